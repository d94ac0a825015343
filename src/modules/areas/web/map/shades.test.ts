import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectionOf, zoomed } from './projection.ts'
import { shadeBounds, shadeCount, shadeOf, wordShades } from './shades.ts'

test('a larger value is never lighter, and every shade is explained', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 30 }), (values) => {
      const bounds = shadeBounds(values)
      const sorted = values.toSorted((a, b) => a - b).map((value) => shadeOf(value, bounds)!)
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      expect(Math.max(...sorted)).toBeLessThan(shadeCount)
      expect(wordShades(values, bounds)).toHaveLength(bounds.length + 1)
      expect(wordShades(values, bounds).join()).not.toContain('undefined')
    }),
  )
})

test('a value that cannot be told has no shade', () => {
  expect(shadeOf(null, [3])).toBeUndefined()
})

test('everything that is drawn lies within the frame, and zooming keeps the point under the pointer', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), (places) => {
      const points = places.map(([x, y]) => [116 + x / 1e5, 39 + y / 1e5] as const)
      const { whole, project, placeAt } = projectionOf([], points, 1.6)!
      for (const [longitude, latitude] of points) {
        const [back, up] = placeAt(project([longitude, latitude]))
        expect(back).toBeCloseTo(longitude, 9)
        expect(up).toBeCloseTo(latitude, 9)
      }
      for (const [x, y] of points.map(project)) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(whole.width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(whole.height)
      }
      const [x, y] = project(points[0]!)
      const near = zoomed(whole, 0.5, [x, y])
      expect((x - near.x) / near.width).toBeCloseTo((x - whole.x) / whole.width)
      expect((y - near.y) / near.height).toBeCloseTo((y - whole.y) / whole.height)
    }),
  )
})
