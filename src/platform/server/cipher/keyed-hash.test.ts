import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKeyedHash } from './keyed-hash.ts'

test('it is HMAC-SHA-256, for keys and texts of any length', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 600 }), { minLength: 1, maxLength: 4 }),
      (key, texts) => {
        const keyed = makeKeyedHash(key)
        for (const text of texts)
          expect(keyed(text).toString('hex')).toBe(createHmac('sha256', key).update(text).digest('hex'))
      },
    ),
  )
})
