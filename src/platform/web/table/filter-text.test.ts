import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Filter, readFilter, writeFilter } from './filter-text.ts'

const word = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/)
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('any' as const), values: fc.array(word, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('range' as const), from: word, to: fc.oneof(word, fc.constant('')) }),
  fc.record({ kind: fc.constant('contains' as const), text: word }),
  fc.constant({ kind: 'missing' as const }),
)

test('what is written is read back', () => {
  fc.assert(
    fc.property(filter, (one) => {
      expect(readFilter(writeFilter(one)!)).toEqual(one)
    }),
  )
})

test('a filter that selects nothing leaves the address', () => {
  expect(writeFilter({ kind: 'any', values: [] })).toBeUndefined()
  expect(writeFilter({ kind: 'range', from: '', to: '' })).toBeUndefined()
  expect(writeFilter({ kind: 'contains', text: '  ' })).toBeUndefined()
})
