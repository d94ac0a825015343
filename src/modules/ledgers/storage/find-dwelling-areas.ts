import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

/** Where houses with exactly these addresses stand, below some areas; addresses of several houses are left out. */
export const findDwellingAreas = async (
  repository: Repository,
  areas: readonly string[],
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (addresses.length === 0) return new Map()
  const { rows } = await sql<{ address: string; area: string }>`
    select e.address, min(e.area) as area
    from dwelling e
    where e.district = ${repository.district} and e.address = any(${addresses}::text[])
      and ${inAreas(areas, sql`e.area`)}
    group by e.address having count(distinct e.area) = 1`.execute(repository.db)
  return new Map(rows.map(({ address, area }) => [address, area]))
}
