import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, writeSearch } from './search-codec.ts'

test('text that looks like a number, a list or a flag stays text', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (search) => {
      const plain = { ...search }
      expect(parseSearch(writeSearch(plain))).toEqual(plain)
    }),
  )
})

test('area codes and filters are readable in an address', () => {
  expect(writeSearch({ area: '990101001002', kind: '1,2', name: '~张', gone: undefined })).toBe(
    '?area=990101001002&kind=1,2&name=~%E5%BC%A0',
  )
})

test('an empty filter asks for what is missing and is kept', () => {
  expect(parseSearch(writeSearch({ mobile: '' }))).toEqual({ mobile: '' })
})
