import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCipher } from './cipher.ts'
import { freshKeyRing, withNewKey } from './key-ring.ts'
import { algorithms, makeSeal } from './seal.ts'

describe.each(algorithms)('%s', (algorithm) => {
  const seal = makeSeal(algorithm, randomBytes(32))

  it('opens what it has sealed, for any text and place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        expect(seal.open(seal.close(text, place), place)).toBe(text)
      }),
    )
  })

  it('does not open for another place, with another key, or with any byte changed or cut off', () => {
    const text = '11010519491231002X'
    const sealed = seal.close(text, 'person.idNumber:1')
    expect(() => seal.open(sealed, 'person.idNumber:2')).toThrow()
    expect(() => makeSeal(algorithm, randomBytes(32)).open(sealed, 'person.idNumber:1')).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => seal.open(changed, 'person.idNumber:1')).toThrow()
      expect(() => seal.open(sealed.subarray(0, at), 'person.idNumber:1')).toThrow()
    }
  })

  it('seals the same text otherwise each time', () => {
    expect(seal.close('a', 'b').equals(seal.close('a', 'b'))).toBe(false)
  })
})

it('takes SM4 and SM3 for what the standards say', () => {
  // GB/T 32907-2016 annex A.1, GB/T 32905-2016 annex A.1.
  const text = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', text, null).setAutoPadding(false)
  expect(cipher.update(text).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  )
})

it('reads values of both side by side, and seals with the key that is current', () => {
  let ring = freshKeyRing()
  const cipher = makeCipher(() => ring)
  const old = cipher.encrypt('旧', 'p')
  ring = withNewKey(ring, 'sm4-cbc-sm3')
  const fresh = cipher.encrypt('新', 'p')
  expect([old[0], fresh[0]]).toEqual([1, 2])
  expect([cipher.decrypt(old, 'p'), cipher.decrypt(fresh, 'p')]).toEqual(['旧', '新'])
  expect(cipher.lookup('a', 'b')).toEqual(makeCipher(ring).lookup('a', 'b'))
})
