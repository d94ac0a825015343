import { textOf } from './read-request.ts'
import { Refusal, wrong } from './refusal.ts'
import { readInstant } from './w3c-date.ts'

/** Which requests are searched for. */
export interface RequestQuery {
  readonly from: Date
  readonly to: Date
  readonly services: readonly string[]
  readonly open: boolean
  readonly closed: boolean
}

const dayMs = 86_400_000
/** GeoReport v2: a search may not span more. */
const longestDays = 90

const listOf = (parameters: URLSearchParams, name: string): string[] =>
  parameters
    .getAll(name)
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter(Boolean)

const instantOf = (parameters: URLSearchParams, name: string, zone: string): Date | undefined => {
  const text = textOf(parameters, name)
  if (text === '') return undefined
  const at = readInstant(text, zone)
  if (!at) throw new Refusal(wrong(`${name} 应写作 2026-11-30T09:00:00+08:00 或 2026-11-30T01:00:00Z。`))
  return at
}

/** From `start_date` to `end_date`; one that is missing lies 90 days from the other, and both end today. */
export const readPeriod = (
  parameters: URLSearchParams,
  zone: string,
  now = new Date(),
): { from: Date; to: Date } => {
  const start = instantOf(parameters, 'start_date', zone)
  const end = instantOf(parameters, 'end_date', zone)
  const span = longestDays * dayMs
  const to = end ?? (start ? new Date(Math.min(start.getTime() + span, now.getTime())) : now)
  const from = start ?? new Date(to.getTime() - span)
  if (start && end && end < start) throw new Refusal(wrong('end_date 早于 start_date。'))
  if (to.getTime() - from.getTime() > span)
    throw new Refusal(wrong(`start_date 到 end_date 最多 ${longestDays} 天，请分几次查询。`))
  return { from, to }
}

/** The ids that are asked for; undefined where none is: they override all else. */
export const readIds = (parameters: URLSearchParams, most: number): string[] | undefined => {
  const ids = listOf(parameters, 'service_request_id')
  if (ids.length > most) throw new Refusal(wrong(`service_request_id 一次最多 ${most} 个。`))
  return ids.length > 0 ? [...new Set(ids)] : undefined
}

export const readSearch = (parameters: URLSearchParams, zone: string): RequestQuery => {
  const statuses = listOf(parameters, 'status').map((each) => each.toLowerCase())
  if (!statuses.every((status) => status === 'open' || status === 'closed'))
    throw new Refusal(wrong('status 只能是 open、closed。'))
  return {
    ...readPeriod(parameters, zone),
    services: listOf(parameters, 'service_code'),
    open: statuses.includes('open'),
    closed: statuses.includes('closed'),
  }
}
