import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  getCiphers,
  getHashes,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'

/** Seals values with one key and opens what it has sealed. The bytes do not say which key it was. */
export interface Seal {
  close(value: string, place: string): Buffer
  /** Throws where the bytes were changed, or sealed for another place. */
  open(sealed: Buffer, place: string): string
}

const tagLength = 16

/** Random bytes drawn many pieces at a time: asking for so few is slow. */
const makeNonces = (length: number): (() => Buffer) => {
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

/** AES-256-GCM (NIST SP 800-38D). Layout: nonce (12), tag (16), ciphertext. */
const aesGcm = (bytes: Buffer): Seal => {
  // Handed over as bytes, the key would be prepared anew at every call.
  const key = createSecretKey(bytes)
  const length = 12
  const nextNonce = makeNonces(length)
  return {
    close(value, place) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const body = cipher.update(value, 'utf8')
      // GCM is a stream: nothing is left for the end.
      cipher.final()
      const sealed = Buffer.allocUnsafe(length + tagLength + body.length)
      sealed.set(nonce)
      sealed.set(cipher.getAuthTag(), length)
      sealed.set(body, length + tagLength)
      return sealed
    },
    open(sealed, place) {
      // Without its length, a tag cut short would be taken.
      const options = { authTagLength: tagLength }
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, length), options)
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(length, length + tagLength))
      const body = sealed.subarray(length + tagLength)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * SM4-CBC (GB/T 32907-2016), then HMAC-SM3 (GB/T 32905-2016) over place, vector and ciphertext: OpenSSL as Node builds
 * it has no SM4-GCM. One key for each, drawn from the one that is kept. Layout: vector (16), tag (16 of 32), ciphertext.
 */
const sm4Cbc = (bytes: Buffer): Seal => {
  const drawn = (use: string) => createHmac('sm3', bytes).update(use).digest()
  const key = createSecretKey(drawn('youju sm4-cbc').subarray(0, 16))
  const tagKey = createSecretKey(drawn('youju hmac-sm3'))
  const length = 16
  const nextVector = makeNonces(length)
  const tagOf = (place: string, vector: Buffer, body: Buffer) => {
    const where = Buffer.from(place)
    const size = Buffer.alloc(4)
    // Without its length, the end of the place could pass for the beginning of the vector.
    size.writeUInt32BE(where.length)
    const hmac = createHmac('sm3', tagKey).update(size).update(where).update(vector).update(body)
    return hmac.digest().subarray(0, tagLength)
  }
  return {
    close(value, place) {
      const vector = nextVector()
      const cipher = createCipheriv('sm4-cbc', key, vector)
      const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return Buffer.concat([vector, tagOf(place, vector, body), body])
    },
    open(sealed, place) {
      const vector = sealed.subarray(0, length)
      const tag = sealed.subarray(length, length + tagLength)
      const body = sealed.subarray(length + tagLength)
      if (tag.length !== tagLength || !timingSafeEqual(tag, tagOf(place, vector, body)))
        throw new Error('这条加密信息被改动过，无法解密')
      const decipher = createDecipheriv('sm4-cbc', key, vector)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

const makers = { 'aes-256-gcm': aesGcm, 'sm4-cbc-sm3': sm4Cbc }

/** How a key seals: the international standard, or the Chinese commercial one (国密). */
export type Algorithm = keyof typeof makers

export const algorithms = Object.keys(makers) as [Algorithm, ...Algorithm[]]

/** Throws with a sentence where this Node cannot do it. */
export const refuseUnknown = (algorithm: Algorithm): void => {
  if (algorithm !== 'sm4-cbc-sm3' || (getCiphers().includes('sm4-cbc') && getHashes().includes('sm3'))) return
  throw new Error('这台机器上的 Node 没有国密算法 SM4 和 SM3，请用安装包自带的 Node，或改用 aes-256-gcm。')
}

/** `bytes`: 32 of them. */
export const makeSeal = (algorithm: Algorithm, bytes: Buffer): Seal => {
  refuseUnknown(algorithm)
  return makers[algorithm](bytes)
}
