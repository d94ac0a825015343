import { dwelling } from '../../../modules/registry/index.ts'
import type { Dwelling } from './person.ts'
import { estatePlace } from './places.ts'
import type { CommunityPlan, GridPlan } from './plan-areas.ts'
import { drawFrom } from './random.ts'
import type { World } from './world.ts'

interface Shape {
  readonly kind: string
  readonly units: number
  readonly floors: number
  readonly rooms: number
  readonly area: readonly [number, number]
}

const drawShape = drawFrom<Shape>([
  [{ kind: '2', units: 3, floors: 6, rooms: 2, area: [42, 78] }, 30],
  [{ kind: '1', units: 3, floors: 6, rooms: 2, area: [70, 125] }, 22],
  [{ kind: '1', units: 2, floors: 11, rooms: 2, area: [85, 140] }, 18],
  [{ kind: '1', units: 1, floors: 18, rooms: 4, area: [75, 132] }, 16],
  [{ kind: '6', units: 2, floors: 11, rooms: 4, area: [60, 105] }, 9],
  [{ kind: '4', units: 1, floors: 18, rooms: 6, area: [38, 60] }, 3],
  [{ kind: '5', units: 2, floors: 4, rooms: 3, area: [30, 52] }, 2],
])

/** Two grids share an estate. */
const gridsPerEstate = 2

/** Puts up enough buildings in a grid; all dwellings stand empty at first. */
export const buildDwellings = (
  world: World,
  subdistrict: string,
  community: CommunityPlan,
  grid: GridPlan,
  count: number,
): Dwelling[] => {
  const { random, chronicle, span } = world
  const index = community.grids.indexOf(grid)
  const place = estatePlace(community.number * 8 + Math.floor(index / gridsPerEstate))
  const site = `示范区${subdistrict}${place.road}${place.houseNumber}号${place.estate}`
  const built: Dwelling[] = []
  for (let number = 1 + (index % gridsPerEstate) * 30; built.length < count; number++) {
    const shape = drawShape(random)
    for (let place = 0; place < shape.units * shape.floors * shape.rooms && built.length < count; place++) {
      const unit = 1 + Math.floor(place / (shape.floors * shape.rooms))
      const floor = 1 + (Math.floor(place / shape.rooms) % shape.floors)
      const room = floor * 100 + 1 + (place % shape.rooms)
      const floorArea = random.between(shape.area[0] * 10, shape.area[1] * 10) / 10
      const record = chronicle.register(dwelling, {
        area: grid.path,
        on: span.start,
        cause: 'imported',
        values: {
          code: `${grid.path}-${number}-${unit}-${room}`,
          address: `${site}${number}幢${unit}单元${room}室`,
          estate: site.slice(site.lastIndexOf('号') + 1),
          buildingNumber: String(number),
          unitNumber: String(unit),
          roomNumber: String(room),
          kind: shape.kind,
          use: '3',
          isRented: false,
          floorArea,
          roomCount: Math.max(1, Math.min(5, Math.round(floorArea / 34))),
        },
      })
      built.push({ record, area: grid.path, households: [] })
    }
  }
  for (const each of built) world.vacant.add(each)
  return built
}
