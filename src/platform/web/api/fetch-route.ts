import type { z } from 'zod'
import type { Route } from '../../contract/route.ts'
import { readProblem, unreachable } from './problem-error.ts'

type QueryInput<Query extends z.ZodType> = {
  [Key in keyof z.input<Query>]?: z.input<Query>[Key] | undefined
}

export interface RouteRequest<Params extends z.ZodType, Query extends z.ZodType> {
  params?: z.input<Params>
  query?: QueryInput<Query>
}

/** The address of a request: parameters in the path, the rest as query, absent values left out. */
const routeUrl = (path: string, params: object = {}, query: object = {}): string => {
  const known = params as Record<string, unknown>
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(known[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}

/** Sends a request and reads the answer as JSON. Throws `ProblemError`. */
export const fetchJson = async (url: string, init: RequestInit = {}): Promise<unknown> => {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  }
  const text = await response.text()
  if (!response.ok) throw readProblem(response.status, text)
  return text === '' ? null : JSON.parse(text)
}

/** Asks a route of the contract. In development an answer that breaks the contract is told in the console. */
export const fetchRoute = async <Params extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  route: Route<Params, Query, Answer>,
  request: RouteRequest<Params, Query> = {},
  signal?: AbortSignal,
): Promise<z.output<Answer>> => {
  const url = routeUrl(route.path, request.params as object, request.query as object)
  const answer = await fetchJson(url, signal ? { signal } : {})
  if (import.meta.env.DEV) {
    const read = route.answer.safeParse(answer)
    if (!read.success) console.error(`contract broken by ${url}`, read.error.issues)
  }
  return answer as z.output<Answer>
}
