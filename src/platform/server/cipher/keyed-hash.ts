import { createHash, hash } from 'node:crypto'

const blockLength = 64
const innerPad = 0x36
const outerPad = 0x5c

/**
 * HMAC-SHA-256 (RFC 2104) of short texts, as two one-shot hashes: an import makes millions, and the object that
 * `createHmac` makes for each costs three times the hashing.
 */
export const makeKeyedHash = (key: Uint8Array): ((text: string) => Buffer) => {
  const short = key.length > blockLength ? createHash('sha256').update(key).digest() : key
  const padded = (pad: number, room: number) => {
    const block = Buffer.alloc(blockLength + room)
    for (let at = 0; at < blockLength; at++) block[at] = (short[at] ?? 0) ^ pad
    return block
  }
  let inner = padded(innerPad, 1024)
  const outer = padded(outerPad, 32)
  return (text) => {
    if (blockLength + text.length * 3 > inner.length) inner = padded(innerPad, text.length * 3)
    const length = inner.write(text, blockLength)
    outer.write(hash('sha256', inner.subarray(0, blockLength + length), 'hex'), blockLength, 'hex')
    return Buffer.from(hash('sha256', outer, 'hex'), 'hex')
  }
}
