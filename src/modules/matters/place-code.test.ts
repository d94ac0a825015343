import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeCode, readPlaceCode } from './place-code.ts'

it('gives back the community and the words of a place, and nothing for what it did not write', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => text.length <= 100)
  fc.assert(
    fc.property(words, (place) => {
      expect(readPlaceCode(placeCode('990101001001002', place))).toEqual({ community: '990101001001', place })
    }),
  )
  for (const code of [
    '',
    '990101001001',
    '990101001001.',
    '99.5ZKM',
    '990101001001.5ZK',
    '990101001001.<b>',
    'x.y',
  ])
    expect(readPlaceCode(code)).toBeUndefined()
})
