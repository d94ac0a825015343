import { type Point, partitionRing, type Ring } from '../../../core/geometry/index.ts'
import type { DistrictPlan } from './plan-areas.ts'
import { makeRandom, type Random } from './random.ts'

/** The made-up district lies in the Yellow Sea, where nobody lives. */
const middle: Point = [123.6, 34.4]
const corners = 11
/** Degrees from the middle to the shore; more for a larger district. */
const reach = 0.012

/** A point within a ring that bulges everywhere: a mixture of its corners. */
const drawWithin = (random: Random, ring: Ring): Point => {
  const weights = ring.map(() => -Math.log(1 - random.next() * 0.999))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return [0, 1].map((axis) =>
    ring.reduce((sum, point, index) => sum + point[axis]! * (weights[index]! / total), 0),
  ) as unknown as Point
}

const centreOf = (ring: Ring): Point => [
  ring.reduce((sum, [x]) => sum + x, 0) / ring.length,
  ring.reduce((sum, [, y]) => sum + y, 0) / ring.length,
]

/** Divides a ring into parts of about one size, by moving each centre to the middle of its part a few times. */
const divide = (random: Random, ring: Ring, parts: number): Ring[] => {
  let centres = Array.from({ length: parts }, () => drawWithin(random, ring))
  for (let turn = 0; turn < 12; turn++) centres = partitionRing(ring, centres).map(centreOf)
  return partitionRing(ring, centres)
}

const shoreOf = (random: Random, size: number): Ring =>
  Array.from({ length: corners }, (_, index): Point => {
    const angle = (index / corners) * 2 * Math.PI
    const far = reach * Math.sqrt(size) * (0.92 + 0.08 * random.next())
    return [middle[0] + far * 1.2 * Math.cos(angle), middle[1] + far * Math.sin(angle)]
  })

/** Outlines of all areas of a plan by path: the parts of each fill it. The same seed draws the same map. */
export const drawAreas = (plan: DistrictPlan, seed: number): ReadonlyMap<string, Ring> => {
  const random = makeRandom(seed, 7)
  const rings = new Map<string, Ring>()
  const draw = (
    area: {
      path: string
      communities?: DistrictPlan['subdistricts'][number]['communities']
      grids?: readonly { path: string }[]
    },
    ring: Ring,
  ) => {
    rings.set(area.path, ring)
    const below = area.communities ?? area.grids ?? []
    for (const [index, part] of divide(random, ring, below.length).entries()) draw(below[index]!, part)
  }
  const communities = plan.subdistricts.reduce((sum, { communities: list }) => sum + list.length, 0)
  const shore = shoreOf(random, communities)
  rings.set(plan.district.path, shore)
  for (const [index, ring] of divide(random, shore, plan.subdistricts.length).entries())
    draw(plan.subdistricts[index]!, ring)
  return rings
}

/** Where the buildings of a grid stand: apart from one another, away from its border. */
export const placeBuildings = (ring: Ring, count: number, seed: number): Point[] => {
  const random = makeRandom(seed, 8)
  const centre = centreOf(ring)
  const inner = ring.map(
    ([x, y]): Point => [centre[0] + (x - centre[0]) * 0.8, centre[1] + (y - centre[1]) * 0.8],
  )
  return divide(random, inner, count).map(centreOf)
}

/** Somewhere in an area, away from its border. */
export const pointIn = (random: Random, ring: Ring): Point => {
  const [x, y] = centreOf(ring)
  const [longitude, latitude] = drawWithin(random, ring)
  return [x + (longitude - x) * 0.85, y + (latitude - y) * 0.85]
}
