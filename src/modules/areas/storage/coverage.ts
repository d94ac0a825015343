import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

/** Whether somebody holds a post of a role over a path today. */
const held = (
  repository: Repository,
  column: ReturnType<typeof sql>,
  roles: readonly string[],
) => sql`exists (
  select from post p where p.district = ${repository.district} and p.role = any(${roles}::text[])
    and starts_with(${column}, p.area) and length(p.area) >= 12
    and p.valid_from <= ${repository.today} and (p.valid_to is null or p.valid_to > ${repository.today}))`

const most = 500

/** Buildings for which no grid worker answers today, by what their dwellings say. */
export const listUncoveredBuildings = async (repository: Repository, areas: readonly string[]) => {
  const { rows } = await sql<{ area: string; estate: string; number: string; dwellings: number }>`
    with bare as (
      select a.path from area a where a.district = ${repository.district}
        and not ${held(repository, sql`a.path`, ['gridWorker'])})
    select e.area, coalesce(e.estate, '') as estate, coalesce(e.building_number, '') as number, count(*)::integer as dwellings
    from bare join dwelling e on e.area = bare.path
    where e.district = ${repository.district} and ${inAreas(areas, sql`e.area`)}
    group by 1, 2, 3 order by 1, 2, length(coalesce(e.building_number, '')), 3 limit ${most + 1}`.execute(
    repository.db,
  )
  return rows
}

/** Grids over which nobody holds a post today, with who had it last. */
export const listEmptyGrids = async (repository: Repository, areas: readonly string[]) => {
  const { rows } = await sql<{
    path: string
    name: string
    persons: number
    lastHolder: string | null
    until: string | null
  }>`
    select a.path, a.name, (select count(*) from person e where e.district = a.district and e.area >= a.path
        and e.area < a.path || ':')::integer as persons, l.name as "lastHolder", l.valid_to as until
    from area a left join lateral (
      select s.name, p.valid_to from post p join staff s on s.district = p.district and s.id = p.staff
      where p.district = a.district and p.area = a.path and p.role = 'gridWorker' and p.valid_to > p.valid_from
        and p.valid_to <= ${repository.today} order by p.valid_to desc limit 1) l on true
    where a.district = ${repository.district} and a.level = 'grid' and ${inAreas(areas, sql`a.path`)}
      and not ${held(repository, sql`a.path`, ['gridWorker'])}
    order by a.path limit ${most + 1}`.execute(repository.db)
  return rows
}

/** Posts that end within some days and that nobody has been given from then on. */
export const listEndingPosts = async (repository: Repository, areas: readonly string[], until: string) => {
  const { rows } = await sql<{ id: string; name: string; role: string; area: string; to: string }>`
    select p.id, s.name, p.role, p.area, p.valid_to as to from post p
      join staff s on s.district = p.district and s.id = p.staff
    where p.district = ${repository.district} and ${inAreas(areas, sql`p.area`)} and p.valid_from <= ${repository.today}
      and p.valid_to > ${repository.today} and p.valid_to <= ${until}
      and not exists (select from post n where n.district = p.district and n.role = p.role and n.area = p.area
        and n.id <> p.id and n.valid_from <= p.valid_to and (n.valid_to is null or n.valid_to > p.valid_to))
    order by p.valid_to, p.area limit ${most + 1}`.execute(repository.db)
  return rows
}

/** People and dwellings that lie in a community but in none of its grids, by community. */
export const countOutsideGrids = async (repository: Repository, areas: readonly string[]) => {
  const { rows } = await sql<{ area: string; persons: number; dwellings: number }>`
    select area, sum(persons)::integer as persons, sum(dwellings)::integer as dwellings from (
      select e.area, 1 as persons, 0 as dwellings from person e
      where e.district = ${repository.district} and length(e.area) <= 12 and ${inAreas(areas, sql`e.area`)}
      union all select e.area, 0, 1 from dwelling e
      where e.district = ${repository.district} and length(e.area) <= 12 and ${inAreas(areas, sql`e.area`)}) outside
    group by area order by area limit ${most}`.execute(repository.db)
  return rows
}
