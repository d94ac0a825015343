import type { Key, KeyRing, KeySource } from './key-ring.ts'
import { makeKeyedHash } from './keyed-hash.ts'
import { makeSeal, type Seal } from './seal.ts'

/**
 * Seals sensitive values with the current key. Each is bound to its place (definition, field, record), so that a
 * ciphertext moved to another row does not open. Layout: key number (1 byte), then as its key's algorithm lays it.
 */
export interface Cipher {
  encrypt(value: string, place: string): Buffer
  /** Throws where the bytes were changed or moved. */
  decrypt(bytes: Buffer, place: string): string
  /** 16 bytes by which an encrypted value is found again; the same value in another field hashes otherwise. */
  lookup(value: string, field: string): Buffer
  /** Number of the key that seals now. */
  current(): number
}

/**
 * An import looks a number up before it stores it, and the last four digits of numbers recur: what was hashed of
 * late is kept, and what has not been asked for since so many others came goes.
 */
const keep = <Value>(most: number, make: (text: string) => Value): ((text: string) => Value) => {
  let recent = new Map<string, Value>()
  let older = new Map<string, Value>()
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const value = older.get(text) ?? make(text)
    if (recent.size >= most) {
      older = recent
      recent = new Map()
    }
    recent.set(text, value)
    return value
  }
}

const mostHashes = 32_768

/** Of keys that stand, or of those that a file holds now. */
export const makeCipher = (keys: KeyRing | KeySource): Cipher => {
  const source: KeySource = typeof keys === 'function' ? keys : () => keys
  const seals = new WeakMap<Key, Seal>()
  const sealOf = (key: Key): Seal => {
    const known = seals.get(key) ?? makeSeal(key.algorithm, key.bytes)
    seals.set(key, known)
    return known
  }
  const keyedHash = makeKeyedHash(source().lookup)
  const hashOf = keep(mostHashes, (text) => keyedHash(text).subarray(0, 16))
  return {
    encrypt(value, place) {
      const { current, keys: known } = source()
      const body = sealOf(known.get(current)!).close(value, place)
      const sealed = Buffer.allocUnsafe(1 + body.length)
      sealed[0] = current
      sealed.set(body, 1)
      return sealed
    },
    decrypt(bytes, place) {
      const number = bytes[0]!
      // Another process may have turned to a new key a moment ago.
      const key = source().keys.get(number) ?? source({ now: true }).keys.get(number)
      if (!key) throw new Error(`没有第 ${number} 号密钥，信息无法解密`)
      return sealOf(key).open(bytes.subarray(1), place)
    },
    lookup: (value, field) => hashOf(`${field}:${value}`),
    current: () => source().current,
  }
}
