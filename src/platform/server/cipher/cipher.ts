import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomFillSync } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

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

export const makeCipher = (ring: KeyRing): Cipher => {
  // Handed over as bytes, keys would be prepared anew at every call.
  const keys = new Map([...ring.keys].map(([number, key]) => [number, createSecretKey(key)]))
  const nextNonce = makeNonces()
  const lookupKey = createSecretKey(ring.lookup)
  return {
    encrypt(value, place) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', keys.get(ring.current)!, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(ring.current), nonce, cipher.getAuthTag(), body])
    },
    decrypt(bytes, place) {
      const key = keys.get(bytes[0]!)
      if (!key) throw new Error(`没有第 ${bytes[0]} 号密钥，信息无法解密`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(13, 29))
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
    },
    lookup: (value, field) =>
      createHmac('sha256', lookupKey).update(`${field}:${value}`).digest().subarray(0, 16),
  }
}
