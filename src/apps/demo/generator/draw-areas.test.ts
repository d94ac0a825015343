import { expect, test } from 'vitest'
import { areaOfRing } from '../../../core/geometry/index.ts'
import { drawAreas, placeBuildings } from './draw-areas.ts'
import { planAreas } from './plan-areas.ts'

const plan = planAreas(3, 70_000)
const rings = drawAreas(plan, 3)
const sizeOf = (path: string) => areaOfRing(rings.get(path)!)

test('the parts of every area fill it, and none is a sliver', () => {
  for (const subdistrict of plan.subdistricts)
    for (const community of subdistrict.communities) {
      const sizes = community.grids.map(({ path }) => sizeOf(path))
      const whole = sizes.reduce((sum, size) => sum + size, 0)
      expect(whole / sizeOf(community.path)).toBeCloseTo(1, 2)
      expect(Math.min(...sizes)).toBeGreaterThan(whole / community.grids.length / 4)
    }
})

test('the same seed draws the same map', () => {
  expect(drawAreas(plan, 3)).toEqual(rings)
})

test('buildings of a grid stand apart', () => {
  const points = placeBuildings(rings.get(plan.subdistricts[0]!.communities[0]!.grids[0]!.path)!, 9, 3)
  expect(new Set(points.map((point) => point.join())).size).toBe(9)
})
