import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { escapeLike } from '../../../platform/server/repository/escape-like.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'
import { visible } from './visible.ts'

/** A row of a list of matters, as stored. */
export interface LineRow {
  id: string
  number: string
  title: string
  category: string
  state: string
  area: string
  place: string | null
  longitude: number | null
  latitude: number | null
  owner: Body
  pending: Body | null
  received_at: string
  due_at: Date | null
  overdue: boolean | null
  reports: number | null
  sort_day: string
}

export interface MatterQuery {
  readonly view: 'mine' | 'area'
  readonly area?: string | undefined
  readonly state?: string | undefined
  readonly category?: string | undefined
  readonly overdue?: 'true' | undefined
  readonly today?: 'true' | undefined
  readonly body?: string | undefined
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What rows of `matter` (alias `e`) have to meet, its state apart. */
export const conditionsOf = (
  repository: Repository,
  bodies: readonly Body[],
  query: Omit<MatterQuery, 'limit'>,
) => [
  sql`e.district = ${repository.district}`,
  visible(repository, bodies, query.area),
  ...(query.view === 'mine'
    ? [
        sql`(e.owner = any(${bodies}) or e.pending = any(${bodies}) or exists (
          select from matter_part p where p.district = e.district and p.matter = e.id
            and p.body = any(${bodies}) and p.state = 'open'))`,
      ]
    : []),
  ...(query.category ? [sql`e.category = ${query.category}`] : []),
  ...(query.overdue ? [sql`e.overdue`] : []),
  ...(query.today ? [sql`e.due_on <= ${repository.today}`] : []),
  ...(query.body ? [sql`(e.owner = ${query.body} or e.pending = ${query.body})`] : []),
  ...(query.q
    ? [
        sql`(e.number = ${query.q}
          or (e.title || ' ' || coalesce(e.place, '')) ilike ${`%${escapeLike(query.q)}%`})`,
      ]
    : []),
]

const readCursor = (text: string): [string, string] => {
  try {
    const [day, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (/^\d{4}-\d{2}-\d{2}$/.test(day) && /^[0-9a-f-]{36}$/.test(id)) return [day, id]
  } catch {}
  throw new Problem('request.invalid', '翻页标记不对，请回到第一页。')
}

const closedVersions = sql`(select * from matter_past p where p.ended is not null and p.superseded_at is null
  and not exists (select from matter c where c.district = p.district and c.id = p.id)
  and not exists (select from matter_past l where l.district = p.district and l.id = p.id and l.version > p.version))`

/** One page: open matters by when they are due, closed ones by when they were closed, the latest first. */
export const findMatters = async (
  repository: Repository,
  bodies: readonly Body[],
  query: MatterQuery,
): Promise<{ rows: LineRow[]; next: string | null }> => {
  const closed = query.state === 'closed'
  const from = closed ? closedVersions : sql`matter`
  const day: RawBuilder<unknown> = closed ? sql`e.closed_on` : sql`e.due_on`
  const [cursorDay, cursorId] = query.cursor ? readCursor(query.cursor) : []
  const after = closed
    ? sql`(${day}, e.id) < (${cursorDay}::date, ${cursorId}::uuid)`
    : sql`(${day}, e.id) > (${cursorDay}::date, ${cursorId}::uuid)`
  const conditions = [
    ...conditionsOf(repository, bodies, query),
    ...(query.state && !closed ? [sql`e.state = ${query.state}`] : []),
    ...(cursorDay ? [after] : []),
  ]
  const order = sql.raw(closed ? 'desc' : 'asc')
  const { rows } = await sql<LineRow>`
    select e.id, e.number, e.title, e.category, e.state, e.area, e.place, e.longitude, e.latitude, e.owner,
      e.pending, e.overdue, e.reports, ${day} as sort_day, f.facts->>'receivedAt' as received_at,
      (select min(c.due_at) from matter_clock c where c.district = e.district and c.matter = e.id
        and c.name in ('accept', 'finish', 'callback')) as due_at
    from ${from} e join matter_flow f on f.district = e.district and f.matter = e.id
    where ${sql.join(conditions, sql` and `)}
    order by ${day} ${order}, e.id ${order}
    limit ${query.limit + 1}`.execute(repository.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next =
    rows.length > query.limit && last
      ? Buffer.from(JSON.stringify([last.sort_day, last.id])).toString('base64url')
      : null
  return { rows: page, next }
}

/** How many open matters stand in each state, and how many of them are overdue, and due today or before. */
export const countMatters = async (
  repository: Repository,
  bodies: readonly Body[],
  query: MatterQuery,
): Promise<Record<string, number>> => {
  const { rows } = await sql<{ state: string; n: number; overdue: number; today: number }>`
    select e.state, count(*) as n, count(*) filter (where e.overdue) as overdue,
      count(*) filter (where e.due_on <= ${repository.today}) as today from matter e
    where ${sql.join(conditionsOf(repository, bodies, query), sql` and `)} group by e.state`.execute(
    repository.db,
  )
  const counts = Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  const sum = (key: 'overdue' | 'today') => rows.reduce((total, row) => total + row[key], 0)
  return { ...counts, overdue: sum('overdue'), today: sum('today') }
}

/** Open matters nearby that may be the same: alike in words or place, the likest first. */
export const findSimilar = async (
  repository: Repository,
  bodies: readonly Body[],
  said: { content: string; place: string; category: string | undefined; area: string | undefined },
): Promise<LineRow[]> => {
  const words = `${said.content.slice(0, 60)} ${said.place}`
  const likeness = sql`word_similarity(${words}, e.title || ' ' || coalesce(e.place, ''))
    + similarity(${words}, e.title || ' ' || coalesce(e.place, ''))
    + case when e.category = ${said.category ?? ''} then 0.2 else 0 end`
  const { rows } = await sql<LineRow>`
    select * from (
      select e.id, e.number, e.title, e.category, e.state, e.area, e.place, e.longitude, e.latitude, e.owner,
        e.pending, e.overdue, e.reports, e.due_on as sort_day, f.facts->>'receivedAt' as received_at,
        null::timestamptz as due_at, ${likeness} as likeness
      from matter e join matter_flow f on f.district = e.district and f.matter = e.id
      where e.district = ${repository.district} and ${visible(repository, bodies, said.area)}
        and (e.title || ' ' || coalesce(e.place, '')) % ${words}
    ) s where s.likeness > 0.5 order by s.likeness desc limit 5`.execute(repository.db)
  return rows
}
