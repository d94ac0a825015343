import type { PoolClient } from 'pg'
import { boundaryOf } from '../../core/geometry/index.ts'
import { addDays } from '../../core/time/index.ts'
import { fillGaps, rosterDays, standardRule } from '../../modules/areas/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import { copyRows } from '../../platform/server/repository/bulk.ts'
import { placeBuildings } from './generator/draw-areas.ts'
import type { GeneratedOffice } from './generator/generate-office.ts'

const communityLength = 12

/** Boundaries of all areas as GeoJSON geometries, by path. */
export const boundariesOf = (rings: GeneratedOffice['rings']): ReadonlyMap<string, object> =>
  new Map([...rings].map(([path, ring]) => [path, boundaryOf([ring])]))

/** Says where each building that has dwellings stands, within its grid. */
export const storeBuildingPoints = async (
  client: PoolClient,
  { plan, rings }: GeneratedOffice,
  seed: number,
): Promise<void> => {
  const district = plan.district.path
  const { rows } = await client.query<{ area: string; estate: string; number: string }>(
    `select distinct area, estate, building_number as number from dwelling where district = $1
      order by area, estate, building_number`,
    [district],
  )
  const byGrid = Map.groupBy(rows, ({ area }) => area)
  const points = [...byGrid].flatMap(([grid, buildings]) => {
    const ring = rings.get(grid)
    if (!ring) return []
    return placeBuildings(ring, buildings.length, seed).map(([longitude, latitude], index) => {
      const { estate, number } = buildings[index]!
      return [district, newId(), grid.slice(0, communityLength), estate, number, longitude, latitude]
    })
  })
  await copyRows(
    client,
    'building_point',
    ['district', 'id', 'area', 'estate', 'number', 'longitude', 'latitude'],
    points,
  )
}

const before = 14
const ahead = 10

/** A roster for every community, filled but for the days furthest ahead. */
export const storeRosters = async (client: PoolClient, district: string, today: string): Promise<void> => {
  const { rows } = await client.query<{ community: string; staff: string; from: string; to: string | null }>(
    `select left(area, $2) as community, staff, valid_from::text as from, valid_to::text as to from post
      where district = $1 and length(area) >= $2 and role in ('head', 'clerk', 'gridWorker') order by area, id`,
    [district, communityLength],
  )
  const days = rosterDays(standardRule, addDays(today, -before), before + ahead)
  const duties = [...Map.groupBy(rows, ({ community }) => community)].flatMap(([community, posts]) => {
    const serving = (day: string) =>
      posts.filter(({ from, to }) => from <= day && (to === null || to > day)).map(({ staff }) => staff)
    return fillGaps(standardRule, days, [], (day) => [...new Set(serving(day))]).map(
      ({ day, shift, staff }) => [district, newId(), community, day, shift, staff],
    )
  })
  await copyRows(client, 'duty', ['district', 'id', 'area', 'day', 'shift', 'staff'], duties)
}
