import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compose, type Weights } from './weigh.ts'

const rate = fc.double({ min: 0, max: 100, noNaN: true })
const rates = fc.record({ response: rate, solved: rate, satisfied: rate })
const weights = fc
  .tuple(fc.nat(100), fc.nat(100))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .map(([a, b]): Weights => ({ response: a, solved: b - a, satisfied: 100 - b }))

it('lies between the least and the greatest part, and is a part where that alone counts', () => {
  fc.assert(
    fc.property(rates, weights, (parts, weigh) => {
      const score = compose(parts, weigh)!
      const values = Object.values(parts)
      expect(score).toBeGreaterThanOrEqual(Math.min(...values) - 0.005)
      expect(score).toBeLessThanOrEqual(Math.max(...values) + 0.005)
      expect(compose(parts, { response: 0, solved: 100, satisfied: 0 })).toBeCloseTo(parts.solved, 2)
    }),
  )
})

it('cannot tell where a part that counts is missing', () => {
  const parts = { response: 90, solved: null, satisfied: 80 }
  expect(compose(parts, { response: 20, solved: 40, satisfied: 40 })).toBeNull()
  expect(compose(parts, { response: 50, solved: 0, satisfied: 50 })).toBe(85)
})
