import { expect, test } from 'vitest'
import { wordChange } from './word-change.ts'

test.each([
  [447, 416, '人', '比去年同期多 31 人，增长 7.5%'],
  [90, 120, '户', '比去年同期少 30 户，下降 25.0%'],
  [5, 0, '人', '比去年同期多 5 人'],
  [61.9, 60.4, '%', '比去年同期高 1.5 个百分点'],
  [7, 7, '人', '与去年同期持平'],
])('%d after %d', (value, lastYear, unit, words) => {
  expect(wordChange(value, lastYear, unit)).toBe(words)
})
