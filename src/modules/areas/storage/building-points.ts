import { sql } from 'kysely'
import type { Point } from '../../../core/geometry/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

interface Placed {
  /** Any area that the building lies in; its community is what counts. */
  readonly area: string
  readonly estate: string
  readonly number: string
  readonly point: Point
}

const communityLength = 12

/** Says where a building stands, in place of what was said before. */
export const savePoint = async (
  { db, district }: Repository,
  { area, estate, number, point: [longitude, latitude] }: Placed,
): Promise<void> => {
  const community = area.slice(0, communityLength)
  await sql`delete from building_point where district = ${district} and area = ${community}
    and estate = ${estate} and number = ${number}`.execute(db)
  await db
    .insertInto('building_point')
    .values({ district, id: newId(), area: community, estate, number, longitude, latitude })
    .execute()
}

/** The buildings of communities whose place is known. */
export const listPoints = async (repository: Repository, areas: readonly string[]): Promise<Placed[]> => {
  const { rows } = await sql<{
    area: string
    estate: string
    number: string
    longitude: number
    latitude: number
  }>`
    select area, estate, number, longitude, latitude from building_point e
    where e.district = ${repository.district} and ${inAreas(areas, sql`e.area`)}
    order by area, estate, length(number), number`.execute(repository.db)
  return rows.map(({ longitude, latitude, ...rest }) => ({ ...rest, point: [longitude, latitude] }))
}
