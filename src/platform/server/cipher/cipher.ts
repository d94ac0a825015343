import { createCipheriv, createDecipheriv, createSecretKey, randomFillSync } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'
import { makeKeyedHash } from './keyed-hash.ts'

/**
 * Encrypts sensitive values with AES-256-GCM. Each is bound to its place (definition, field, record), so that a
 * ciphertext moved to another row does not open. Layout: key number (1 byte), nonce (12), tag (16), ciphertext.
 */
export interface Cipher {
  encrypt(value: string, place: string): Buffer
  /** Throws where the bytes were changed or moved. */
  decrypt(bytes: Buffer, place: string): string
  /** 16 bytes by which an encrypted value is found again; the same value in another field hashes otherwise. */
  lookup(value: string, field: string): Buffer
}

/** Nonces of 12 random bytes each, drawn many at a time: asking for so few is slow. */
const makeNonces = (): (() => Buffer) => {
  const length = 12
  const pool = Buffer.alloc(length * 1024)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += length
    return pool.subarray(used - length, used)
  }
}

/** An import looks a number up before it stores it: what was hashed last is kept for a while. */
const mostHashes = 8192

export const makeCipher = (ring: KeyRing): Cipher => {
  // Handed over as bytes, keys would be prepared anew at every call.
  const keys = new Map([...ring.keys].map(([number, key]) => [number, createSecretKey(key)]))
  const nextNonce = makeNonces()
  const keyedHash = makeKeyedHash(ring.lookup)
  const hashes = new Map<string, Buffer>()
  return {
    encrypt(value, place) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', keys.get(ring.current)!, nonce).setAAD(Buffer.from(place))
      const body = cipher.update(value, 'utf8')
      // GCM is a stream: nothing is left for the end.
      cipher.final()
      const sealed = Buffer.allocUnsafe(29 + body.length)
      sealed[0] = ring.current
      sealed.set(nonce, 1)
      sealed.set(cipher.getAuthTag(), 13)
      sealed.set(body, 29)
      return sealed
    },
    decrypt(bytes, place) {
      const key = keys.get(bytes[0]!)
      if (!key) throw new Error(`没有第 ${bytes[0]} 号密钥，信息无法解密`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(13, 29))
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
    },
    lookup(value, field) {
      const text = `${field}:${value}`
      const known = hashes.get(text)
      if (known) return known
      const hash = keyedHash(text).subarray(0, 16)
      if (hashes.size >= mostHashes) hashes.clear()
      hashes.set(text, hash)
      return hash
    },
  }
}
