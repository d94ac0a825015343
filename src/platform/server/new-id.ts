import { randomBytes } from 'node:crypto'

/** A new identifier, UUID version 7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export const newId = (now = Date.now(), random: Uint8Array = randomBytes(10)): string => {
  const time = now.toString(16).padStart(12, '0')
  const rest = Buffer.from(random)
  rest[0] = (rest[0]! & 0x0f) | 0x70
  rest[2] = (rest[2]! & 0x3f) | 0x80
  const hex = time + rest.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
