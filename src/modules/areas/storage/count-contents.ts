import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

/** How many records stand in each of some areas, those below them included: what a merge or split would move. */
export const countContents = async (repository: Repository, paths: readonly string[]) => {
  const count = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} e where e.district = ${repository.district} and e.area >= p.path and e.area < p.path || ':')::integer`
  const { rows } = await sql<{
    path: string
    persons: number
    households: number
    dwellings: number
    entries: number
    posts: number
  }>`
    select p.path, ${count('person')} as persons, ${count('household')} as households, ${count('dwelling')} as dwellings,
      (select count(*) from ledger_entry e where e.district = ${repository.district} and e.area >= p.path and e.area < p.path || ':')::integer as entries,
      (select count(*) from post e where e.district = ${repository.district} and e.area >= p.path and e.area < p.path || ':'
        and (valid_to is null or valid_to > ${repository.today}))::integer as posts
    from unnest(${paths}::text[]) with ordinality as p(path, n) order by p.n`.execute(repository.db)
  return rows
}

/** The buildings of an area, as its dwellings name them, with who lives there and where they stand. */
export const listBuildings = async (repository: Repository, area: string) => {
  const { rows } = await sql<{
    estate: string
    number: string
    area: string
    dwellings: number
    households: number
    persons: number
    longitude: number | null
    latitude: number | null
  }>`
    with d as (
      select id, area, coalesce(estate, '') as estate, coalesce(building_number, '') as number from dwelling e
      where e.district = ${repository.district} and ${inAreas([area], sql`e.area`)}),
    h as (
      select h.id, h.dwelling from household h where h.district = ${repository.district} and ${inAreas([area], sql`h.area`)}),
    p as (
      select household, count(*) as n from person e where e.district = ${repository.district}
        and ${inAreas([area], sql`e.area`)} and household is not null group by household)
    select d.estate, d.number, max(d.area collate "C") as area, count(distinct d.id)::integer as dwellings,
      count(h.id)::integer as households, coalesce(sum(p.n), 0)::integer as persons,
      max(b.longitude) as longitude, max(b.latitude) as latitude
    from d left join h on h.dwelling = d.id left join p on p.household = h.id
      left join building_point b on b.district = ${repository.district} and b.area = left(d.area, 12)
        and b.estate = d.estate and b.number = d.number
    group by d.estate, d.number order by d.estate, length(d.number), d.number`.execute(repository.db)
  return rows
}
