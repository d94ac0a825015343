import { randomFillSync } from 'node:crypto'

const wanted = 10

/** Random bytes drawn many at a time: asking for so few is slow. */
const makePool = (): (() => Uint8Array) => {
  const pool = new Uint8Array(wanted * 1024)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    used += wanted
    return pool.subarray(used - wanted, used)
  }
}

const draw = makePool()

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A new identifier, UUID version 7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export const newId = (now = Date.now(), random: Uint8Array = draw()): string => {
  const time = now.toString(16).padStart(12, '0')
  const hex = (at: number) => hexOf[random[at]!]!
  const version = hexOf[(random[0]! & 0x0f) | 0x70]!
  const variant = hexOf[(random[2]! & 0x3f) | 0x80]!
  const end = hex(4) + hex(5) + hex(6) + hex(7) + hex(8) + hex(9)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(1)}-${variant}${hex(3)}-${end}`
}
