import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideSmall, leastShown } from './hide-small.ts'

const counted = fc
  .array(fc.nat(30), { maxLength: 9 })
  .map((list) => list.map((count, n) => ({ code: `${n}`, count })))

it('never tells a small number, nor lets one be found by subtraction', () => {
  fc.assert(
    fc.property(counted, (counts) => {
      const { total, shown, hidden } = hideSmall(counts)
      const filled = counts.filter(({ count }) => count > 0)
      for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(leastShown)
      if (total === null) {
        expect(shown).toEqual([])
        return
      }
      expect(total).toBe(counts.reduce((sum, { count }) => sum + count, 0))
      expect(shown.length + hidden).toBe(filled.length)
      const rest = total - shown.reduce((sum, { count }) => sum + count, 0)
      if (hidden === 0) expect(rest).toBe(0)
      else {
        expect(rest).toBeGreaterThanOrEqual(leastShown)
        // One kept back alone is told only where it is all that there is, and that is no small number.
        if (hidden === 1) expect(filled).toHaveLength(1)
      }
    }),
  )
})

it('tells what is large', () => {
  const counts = [
    { code: 'a', count: 12 },
    { code: 'b', count: 7 },
  ]
  expect(hideSmall(counts)).toEqual({ total: 19, shown: counts, hidden: 0 })
})
