import { expect, it } from 'vitest'
import { wordAmount, wordDifference } from './word-difference.ts'

it.each([
  [100, 97, '比2026年10月31日当日的数少 3 人'],
  [97, 100, '比2026年10月31日当日的数多 3 人'],
  [5, 5, '与2026年10月31日当日的数相同'],
])('%d, then %d', (start, end, words) => {
  expect(wordDifference({ start, end, since: '2026-10-31', unit: '人' })).toBe(words)
})

it('signs an amount', () => {
  expect([wordAmount(12000), wordAmount(-3)]).toEqual(['+12,000', '−3'])
})
