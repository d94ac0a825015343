import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areaOfRing,
  type Boundary,
  boundaryOf,
  dissolve,
  outerRings,
  type Point,
  partitionBoundary,
  type Ring,
  readBoundary,
} from './index.ts'

const square: Ring = [
  [116, 39],
  [116.1, 39],
  [116.1, 39.1],
  [116, 39.1],
]
const sizeOf = (boundary: Boundary) => outerRings(boundary).reduce((sum, ring) => sum + areaOfRing(ring), 0)
const coordinate = (low: number) => fc.integer({ min: 1, max: 9_999 }).map((n) => low + n / 100_000)
const centres = fc.uniqueArray(fc.tuple(coordinate(116), coordinate(39)), {
  minLength: 1,
  maxLength: 9,
  selector: ([x, y]) => `${x} ${y}`,
})

test('parts of an area fill it, each round its own centre, and put together are the area again', () => {
  fc.assert(
    fc.property(centres, (points: Point[]) => {
      const parts = partitionBoundary(boundaryOf([square]), points)
      const whole = sizeOf(boundaryOf([square]))
      expect(Math.abs(parts.reduce((sum, part) => sum + sizeOf(part), 0) - whole)).toBeLessThan(whole * 1e-3)
      const together = dissolve(parts.filter((part) => part.coordinates.length > 0))
      expect(Math.abs(sizeOf(together) - whole)).toBeLessThan(whole * 1e-3)
    }),
  )
})

test('two neighbours become one outline without the line between them', () => {
  const [west, east] = partitionBoundary(boundaryOf([square]), [
    [116.02, 39.05],
    [116.08, 39.05],
  ])
  const together = dissolve([west!, east!])
  expect(together.coordinates).toHaveLength(1)
  expect(outerRings(together)[0]).toHaveLength(6)
})

test('areas that do not touch stay two parts of one boundary', () => {
  const far = square.map(([x, y]): Point => [x + 1, y])
  expect(dissolve([boundaryOf([square]), boundaryOf([far])]).coordinates).toHaveLength(2)
})

test('a boundary is read from GeoJSON and a wrong one refused with what is wrong', () => {
  const ring = [...square, square[0]!]
  expect(readBoundary({ type: 'Polygon', coordinates: [ring] })).toMatchObject({
    ok: true,
    value: { type: 'MultiPolygon', coordinates: [[ring]] },
  })
  expect(readBoundary({ type: 'Point', coordinates: [1, 2] })).toMatchObject({
    ok: false,
    message: expect.stringContaining('Polygon'),
  })
  for (const wrong of [[square], [ring.map(([x, y]) => [x * 10, y])], [], [ring.map(String)]])
    expect(readBoundary({ type: 'Polygon', coordinates: wrong }).ok).toBe(false)
})
