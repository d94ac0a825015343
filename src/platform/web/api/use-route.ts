import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Route } from '../../contract/route.ts'
import { fetchRoute, type RouteRequest } from './fetch-route.ts'

interface RouteOptions<Answer> {
  enabled?: boolean
  /** Show the former answer while the next one loads, as lists and searches do. */
  keepPrevious?: boolean
  /** Milliseconds between polls, as told by the latest answer; false: none. */
  every?: (answer: Answer | undefined) => number | false
}

/** Reads a route of the contract; the error is a `ProblemError`. */
export const useRoute = <Params extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  route: Route<Params, Query, Answer>,
  request: RouteRequest<Params, Query> = {},
  options: RouteOptions<z.output<Answer>> = {},
): UseQueryResult<z.output<Answer>> => {
  const { enabled = true, keepPrevious, every } = options
  return useQuery({
    queryKey: [route.path, request.params ?? {}, request.query ?? {}],
    queryFn: ({ signal }) => fetchRoute(route, request, signal),
    enabled,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
    refetchInterval: every ? (query) => every(query.state.data) : false,
  })
}
