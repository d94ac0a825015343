import { type RawBuilder, sql } from 'kysely'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { Body } from '../life/facts.ts'

/** A place within a community, and a category. */
export interface SpotKey {
  readonly area: string
  readonly category: string
  readonly spot: string
}

export interface SpotRow extends SpotKey {
  place: string | null
  longitude: number | null
  latitude: number | null
  count: number
  first_on: string
  last_on: string
  matters: { id: string; number: string; title: string; receivedOn: string; state: string }[]
}

interface Counted {
  readonly area?: string | undefined
  readonly category?: string | undefined
  readonly from: string
}

/** More than these nobody goes through; the hottest come first. */
const mostSpots = 100
/** Digits of a community: grids come and go, so places are told apart within it. */
const digits = sql.raw('12')

const latestDecision = ({ district }: Repository) => sql`
  select distinct on (area, category, spot) d.area, d.category, d.spot, d.matter,
    case when d.matter is null then d.decided_on else (
      select max(p.closed_on) from matter_past p where p.district = d.district and p.id = d.matter and p.ended is not null
        and not exists (select from matter c where c.district = d.district and c.id = d.matter)) end as settled_on
  from hot_spot_decision d where d.district = ${district}
  order by area, category, spot, decided_at desc`

/** Matters that count: open ones, and closed ones that were neither merged into another nor taken back. */
const counted = (repository: Repository, { area, category, from }: Counted): RawBuilder<unknown> => {
  const within = sql`e.district = ${repository.district} and ${inScope(repository, 'matter.read', area)}
    and e.received_on >= ${from} and e.spot is not null and e.channel <> 'lasting'
    and ${category ? sql`e.category = ${category}` : sql`true`}`
  return sql`
    select e.id, e.area, e.category, e.spot from matter e where ${within}
    union all
    select e.id, e.area, e.category, e.spot from matter_past e where ${within}
      and e.ended is not null and e.superseded_at is null
      and coalesce(e.closing, '') not in ('merged', 'withdrawn')`
}

/**
 * Places of one community with at least so many matters of one category received since a day, the most first. What
 * is dealt with for good is left out; what was decided of before counts anew from the day after.
 */
export const findHotSpots = async (
  repository: Repository,
  query: Counted & { readonly least: number },
): Promise<SpotRow[]> => {
  // A matter that was closed and taken up again lies in both tables; the rough count only ever says too many.
  const { rows } = await sql<SpotRow>`
    with decided as (${latestDecision(repository)}),
    rough as (
      select left(c.area, ${digits}) as area, c.category, c.spot, count(*) as n, array_agg(c.id) as ids
      from (${counted(repository, query)}) c
      group by 1, 2, 3 having count(*) >= ${query.least}),
    open as (
      select r.*, d.settled_on from rough r
        left join decided d on d.area = r.area and d.category = r.category and d.spot = r.spot
      where d.area is null or d.settled_on is not null
      order by r.n desc limit ${3 * mostSpots}),
    found as (
      select distinct on (c.id) o.area, o.category, o.spot, c.id, v.received_on, v.number, v.title, v.state, v.place,
        v.longitude, v.latitude
      from open o cross join lateral unnest(o.ids) as c(id)
      join lateral (
        select * from (
          select 1 as rank, 0 as version, number, title, state, place, longitude, latitude, category, closing,
            received_on from matter
            where district = ${repository.district} and id = c.id
          union all select 2, version, number, title, state, place, longitude, latitude, category, closing,
            received_on from matter_past
            where district = ${repository.district} and id = c.id and ended is not null and superseded_at is null
        ) versions order by rank, version desc limit 1) v on v.category = o.category
        and coalesce(v.closing, '') not in ('merged', 'withdrawn')
      where o.settled_on is null or v.received_on > o.settled_on)
    select area, category, spot, count(*)::int as count, min(received_on) as first_on, max(received_on) as last_on,
      (array_agg(place order by received_on desc) filter (where place <> ''))[1] as place,
      avg(longitude)::float8 as longitude, avg(latitude)::float8 as latitude,
      (jsonb_agg(jsonb_build_object('id', id, 'number', number, 'title', title, 'receivedOn', received_on,
        'state', state) order by received_on desc, number desc)) as matters
    from found group by area, category, spot having count(*) >= ${query.least}
    order by count(*) desc, max(received_on) desc, area, spot limit ${mostSpots}`.execute(repository.db)
  return rows
}

export interface TaskRow extends SpotKey {
  id: string
  title: string
  state: string
  place: string
  since: string
  due_on: string
  overdue: boolean | null
  owner: Body
  count_since: number
}

const lasting = (repository: Repository) => sql`
  hot_spot_decision d join matter e on e.district = d.district and e.id = d.matter
  where d.district = ${repository.district}`

/** Lasting tasks that are open in the reader's areas, those due first before the others. */
export const findLastingTasks = async (
  repository: Repository,
  { area, category }: Pick<Counted, 'area' | 'category'>,
): Promise<TaskRow[]> => {
  const { rows } = await sql<TaskRow>`
    select d.area, d.category, d.spot, d.place, d.decided_on as since, e.id, e.title, e.state, e.due_on, e.overdue,
      e.owner, (
        select count(distinct c.id)::int from (
          select m.id from matter m where m.district = d.district and m.area >= d.area and m.area < d.area || ':'
            and m.received_on >= d.decided_on and m.category = d.category and m.spot = d.spot and m.channel <> 'lasting'
          union all select m.id from matter_past m where m.district = d.district and m.area >= d.area
            and m.area < d.area || ':' and m.received_on >= d.decided_on and m.category = d.category
            and m.spot = d.spot and m.channel <> 'lasting' and m.ended is not null and m.superseded_at is null
            and coalesce(m.closing, '') not in ('merged', 'withdrawn')) c
        where not exists (select from matter_link l where l.district = d.district and l.matter = c.id
          and l.other = d.matter)) as count_since
    from ${lasting(repository)} and ${inScope(repository, 'matter.read', area)}
      and ${category ? sql`d.category = ${category}` : sql`true`}
    order by e.due_on, e.id limit 200`.execute(repository.db)
  return rows
}

/** The lasting tasks that are open for a place, whatever the category; the place is told by words or by the map. */
export const findLastingAt = async (
  repository: Repository,
  where: { area: string; place: string; longitude?: number | null; latitude?: number | null },
): Promise<{ id: string; title: string; category: string; since: string; due_on: string }[]> => {
  const { rows } = await sql<{ id: string; title: string; category: string; since: string; due_on: string }>`
    select e.id, e.title, d.category, d.decided_on as since, e.due_on
    from ${lasting(repository)} and d.area = left(${where.area}, ${digits})
      and d.spot = spot_of(${where.place}, ${where.longitude ?? null}::numeric, ${where.latitude ?? null}::numeric)
      and ${inScope(repository, 'matter.read')}
    order by d.decided_on desc limit 5`.execute(repository.db)
  return rows
}

interface DecisionRow extends SpotKey {
  id: string
  place: string
  count: number
  reason: string
  decided_on: string
  actor_name: string
}

/** Hot spots that were left as they are, the latest first; those decided since a day. */
export const findDismissed = async (
  repository: Repository,
  { area, category, from }: Counted,
): Promise<DecisionRow[]> => {
  const { rows } = await sql<DecisionRow>`
    select e.id, e.area, e.category, e.spot, e.place, e.count, e.reason, e.decided_on, e.actor_name
    from hot_spot_decision e where e.district = ${repository.district} and e.matter is null
      and e.decided_on >= ${from} and ${inScope(repository, 'matter.read', area)}
      and ${category ? sql`e.category = ${category}` : sql`true`}
    order by e.decided_at desc limit 100`.execute(repository.db)
  return rows
}

export interface SpotMatter {
  id: string
  number: string
  place: string | null
  longitude: number | null
  latitude: number | null
  received_on: string
}

/** What a spot is called: its building, else its place as it was written. */
export const nameOfSpot = (spot: string, place: string | null | undefined): string =>
  spot.endsWith('号楼') ? spot : (place ?? '')

/** Lets one person at a time decide of a spot, until the transaction ends; answers the task that is open for it. */
export const holdSpot = async (repository: Repository, key: SpotKey): Promise<string | undefined> => {
  const { db, district } = repository
  const name = [district, key.area, key.category, key.spot].join(' ')
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 313))`.execute(db)
  const { rows } = await sql<{ matter: string }>`
    select d.matter from ${lasting(repository)} and d.area = ${key.area} and d.category = ${key.category}
      and d.spot = ${key.spot} limit 1`.execute(db)
  return rows[0]?.matter
}

/** Those of the matters that lie at the spot and that the reader may see, by how each was last written. */
export const findSpotMatters = async (
  repository: Repository,
  { area, category, spot }: SpotKey,
  ids: readonly string[],
): Promise<SpotMatter[]> => {
  const at = sql`e.district = ${repository.district} and e.id = any(${ids}::uuid[]) and e.category = ${category}
    and e.spot = ${spot} and left(e.area, ${digits}) = ${area} and e.channel <> 'lasting'
    and ${inScope(repository, 'matter.read')}`
  const { rows } = await sql<SpotMatter>`
    select distinct on (id) id, number, place, longitude, latitude, received_on from (
      select e.id, e.number, e.place, e.longitude::float8, e.latitude::float8, e.received_on, 0 as past, e.version
        from matter e where ${at}
      union all select e.id, e.number, e.place, e.longitude::float8, e.latitude::float8, e.received_on, 1, e.version
        from matter_past e where ${at} and e.ended is not null and e.superseded_at is null) v
    order by id, past, version desc`.execute(repository.db)
  return rows.toSorted((a, b) => b.received_on.localeCompare(a.received_on))
}

/** Writes down what somebody decided of a spot. */
export const saveDecision = async (
  { actor, db, district, today }: Repository,
  decision: SpotKey & { place: string; count: number; matter: string | null; reason: string; at: Date },
): Promise<string> => {
  const id = newId()
  const { area, category, spot, place, count, matter, reason, at } = decision
  await sql`insert into hot_spot_decision (district, id, area, category, spot, place, count, matter, reason, decided_at,
      decided_on, actor, actor_name)
    values (${district}, ${id}, ${area}, ${category}, ${spot}, ${place}, ${count}, ${matter}, ${reason}, ${at},
      ${today}, ${actor.id}, ${actor.name})`.execute(db)
  return id
}

/** A dismissal that stands; undefined for none, or where a task was opened. */
export const findDismissal = async (
  { db, district }: Repository,
  id: string,
): Promise<(SpotKey & { place: string }) | undefined> => {
  const { rows } = await sql<SpotKey & { place: string }>`
    select area, category, spot, place from hot_spot_decision
    where district = ${district} and id = ${id} and matter is null`.execute(db)
  return rows[0]
}

export const removeDecision = async ({ db, district }: Repository, id: string): Promise<void> => {
  await sql`delete from hot_spot_decision where district = ${district} and id = ${id}`.execute(db)
}
