import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'
import { conditionsOf, type MatterQuery } from './list-matters.ts'

type Filters = Omit<MatterQuery, 'limit'>

const whereOf = (repository: Repository, bodies: readonly Body[], filters: Filters): RawBuilder<unknown> =>
  sql.join(conditionsOf(repository, bodies, filters), sql` and `)

/** More circles than this nobody tells apart. */
const mostClusters = 400

interface ClusterRow {
  longitude: number
  latitude: number
  count: number
  overdue: number
  id: string | null
  title: string
}

/** Open matters with a place, those in one square of `cell` degrees as one, where their middle is. */
export const clusterMatters = async (
  repository: Repository,
  bodies: readonly Body[],
  filters: Filters,
  cell: number,
): Promise<ClusterRow[]> => {
  const { rows } = await sql<ClusterRow>`
    select avg(e.longitude)::float8 as longitude, avg(e.latitude)::float8 as latitude, count(*)::int as count,
      count(*) filter (where e.overdue)::int as overdue,
      case when count(*) = 1 then (array_agg(e.id))[1] end as id, min(e.title) as title
    from matter e
    where ${whereOf(repository, bodies, filters)} and e.longitude is not null and e.latitude is not null
    group by floor(e.longitude / ${cell}), floor(e.latitude / ${cell})
    order by count(*) desc limit ${mostClusters}`.execute(repository.db)
  return rows
}

/** How many open matters lie in each area whose path has so many digits, and how many without a place. */
export const countByArea = async (
  repository: Repository,
  bodies: readonly Body[],
  filters: Filters,
  digits: number,
): Promise<{ path: string; count: number; overdue: number; unplaced: number }[]> => {
  const { rows } = await sql<{ path: string; count: number; overdue: number; unplaced: number }>`
    select left(e.area, ${digits}::int) as path, count(*)::int as count,
      count(*) filter (where e.overdue)::int as overdue,
      count(*) filter (where e.longitude is null)::int as unplaced
    from matter e where ${whereOf(repository, bodies, filters)} group by 1`.execute(repository.db)
  return rows
}

interface LoadRow {
  body: Body
  owned: number
  pending: number
  today: number
  overdue: number
  answered: number
}

/** What lies before each body, the most pressed first. */
export const countByBody = async (
  repository: Repository,
  bodies: readonly Body[],
  filters: Filters,
): Promise<LoadRow[]> => {
  const { rows } = await sql<LoadRow>`
    with open as (select e.owner, e.pending, e.overdue, e.due_on, e.state from matter e
      where ${whereOf(repository, bodies, filters)}),
    shares as (select owner as body, true as own, * from open
      union all select pending, false, * from open where pending is not null)
    select body, count(*) filter (where own)::int as owned, count(*) filter (where not own)::int as pending,
      count(*) filter (where own and due_on = ${repository.today})::int as today,
      count(*) filter (where own and overdue)::int as overdue,
      count(*) filter (where own and state = 'answered')::int as answered
    from shares group by body order by overdue desc, owned desc, body limit 300`.execute(repository.db)
  return rows
}
