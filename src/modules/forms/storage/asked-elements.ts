import { sql } from 'kysely'
import { addDays } from '../../../core/time/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** Days within which the same field counts as asked twice. */
const repeatedWithin = 365

/** Says anew which elements a request asks for. */
export const storeElements = async (
  repository: Repository,
  request: string,
  elements: readonly { element: string; header: string }[],
): Promise<void> => {
  await sql`delete from form_request_element
    where district = ${repository.district} and request = ${request}`.execute(repository.db)
  const distinct = [...new Map(elements.map((one) => [one.element, one])).values()]
  if (distinct.length === 0) return
  await sql`insert into form_request_element (district, request, element, header)
    select ${repository.district}, ${request}, element, header
    from unnest(${distinct.map(({ element }) => element)}::text[], ${distinct.map(({ header }) => header)}::text[])
      as given(element, header)`.execute(repository.db)
}

export interface AskedElement {
  element: string
  request: string
  title: string
  askedBy: string
  on: string
  /** Whether a filled form answered it. */
  answered: boolean
}

const asked = sql.raw(`a.element, r.id as request, r.title, r.asked_by as "askedBy",
  to_char(r.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on",
  exists (select from form_fill f where f.district = r.district and f.request = r.id and f.state = 'done'
    and exists (select from jsonb_array_elements(f.columns) c where c->>'key' = a.element)) as answered`)

/** The same elements asked by anybody within a year before a request, latest first; of one's areas. */
export const findAskedBefore = async (
  repository: Repository,
  request: { id: string; area: string; created_at: Date },
): Promise<AskedElement[]> => {
  const since = new Date(request.created_at.getTime() - repeatedWithin * 86_400_000)
  const { rows } = await sql<AskedElement>`select ${asked}
    from form_request_element mine
    join form_request_element a on a.district = mine.district and a.element = mine.element
    join form_request r on r.district = a.district and r.id = a.request
    where mine.district = ${repository.district} and mine.request = ${request.id} and r.id <> ${request.id}
      and r.created_at between ${since} and ${request.created_at}
      and (starts_with(r.area, ${request.area}) or starts_with(${request.area}, r.area))
      and ${inScope(repository, 'data.export', undefined, sql`r.area`)}
    order by r.created_at desc limit 300`.execute(repository.db)
  return rows
}

/** Elements that were asked more than once within a period, with every time; of one's areas. */
export const listRepeated = async (
  repository: Repository,
  { area, from, to }: { area?: string | undefined; from: string; to: string },
): Promise<AskedElement[]> => {
  const { rows } = await sql<AskedElement>`
    select * from (
      select ${asked}, count(*) over (partition by a.element) as times
      from form_request_element a join form_request r on r.district = a.district and r.id = a.request
      where a.district = ${repository.district} and ${inScope(repository, 'data.export', area, sql`r.area`)}
        and r.created_at >= ${from}::date and r.created_at < ${addDays(to, 1)}::date) all_asked
    where times > 1 order by times desc, element, "on" desc limit 2000`.execute(repository.db)
  return rows
}

/** What requests of a period cost, by department. */
export const sumBurden = async (
  repository: Repository,
  { area, from, to }: { area?: string | undefined; from: string; to: string },
): Promise<{ askedBy: string; requests: number; cells: number; minutes: number }[]> => {
  const { rows } = await sql<{ askedBy: string; requests: number; cells: number; minutes: number }>`
    select coalesce(nullif(r.asked_by, ''), '未写明') as "askedBy", count(*)::integer as requests,
      coalesce(sum((l.fields->>'cellCount')::integer), 0)::integer as cells,
      coalesce(sum((l.fields->>'minutesSaved')::numeric), 0)::float8 as minutes
    from form_request r left join ledger_entry l
      on l.district = r.district and l.id = r.id and l.ledger = 'formRequest'
    where r.district = ${repository.district} and ${inScope(repository, 'data.export', area, sql`r.area`)}
      and r.created_at >= ${from}::date and r.created_at < ${addDays(to, 1)}::date
    group by 1 order by minutes desc, requests desc, 1`.execute(repository.db)
  return rows
}
