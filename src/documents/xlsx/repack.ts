import { deflateSync } from 'fflate'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'

/** What becomes of one part: new content, or null where it goes. */
export type PartChange = PackedPart | null

/** A part as it will lie in the file. */
export interface PackedPart {
  readonly chunks: readonly Uint8Array[]
  readonly crc: number
  readonly size: number
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** Characters packed at a time: row by row would cost more in handling than in packing. */
const BATCH = 1 << 17

const checksum = (bytes: Uint8Array, before = 0xffffffff): number => {
  let crc = before
  for (let at = 0; at < bytes.length; at++) crc = crcTable[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return crc
}

/** Takes a part's text as it comes. */
export interface Packer {
  /** Takes text; where it answers a promise, the packing is behind and wants to be waited for. */
  write(text: string): Promise<void> | undefined
  finish(): Promise<PackedPart>
  /** Lets go of what was written; for when the rest will not come. */
  abort(): Promise<void>
}

/** Packs text as it comes, beside this thread: of a part of any length only what is packed stays in memory. */
export const packer = (): Packer => {
  const encoder = new TextEncoder()
  const deflater = new CompressionStream('deflate-raw')
  const writer = deflater.writable.getWriter()
  const chunks: Uint8Array[] = []
  const collect = async () => {
    const reader = deflater.readable.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      chunks.push(value)
    }
  }
  const collected = collect()
  collected.catch(() => undefined)
  let crc = 0xffffffff
  let size = 0
  let waiting = ''
  let behind = Promise.resolve()
  /** Waits for the piece before, not for this one: while it is packed, the next is made. */
  const flush = (): Promise<void> => {
    const bytes = encoder.encode(waiting)
    waiting = ''
    crc = checksum(bytes, crc)
    size += bytes.length
    const before = behind
    behind = writer.write(bytes)
    behind.catch(() => undefined)
    return before
  }
  return {
    write(text) {
      waiting += text
      return waiting.length > BATCH ? flush() : undefined
    },
    async finish() {
      await flush()
      await behind
      await writer.close()
      await collected
      return { chunks, crc: (crc ^ 0xffffffff) >>> 0, size }
    },
    abort: () => writer.abort().catch(() => undefined),
  }
}

/** Packs a text that is there already. */
export const packText = (text: string): PackedPart => {
  const bytes = new TextEncoder().encode(text)
  // Level 3 packs such repetitive text nearly as small as 6, in a third of the time.
  const packed = deflateSync(bytes, { level: 3 })
  return { chunks: [packed], crc: (checksum(bytes) ^ 0xffffffff) >>> 0, size: bytes.length }
}

const damaged = '文件不完整，压缩目录残缺。请重新索取这份表格。'

/**
 * Writes a zip file again with some parts changed. All others are copied as they lie, unread, in their order
 * (APPNOTE.TXT 4.3); sizes above 4 GB are not supported.
 */
export const repack = (bytes: Uint8Array, changes: ReadonlyMap<string, PartChange>): Parsed<Uint8Array> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return refused(damaged)
  const out: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let length = 0
  const add = (...pieces: readonly Uint8Array[]) => {
    for (const piece of pieces) {
      out.push(piece)
      length += piece.length
    }
  }
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length) return refused(damaged)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = bytes.subarray(at + 46, at + 46 + nameLength)
    const change = changes.get(new TextDecoder().decode(name).replaceAll('\\', '/'))
    if (change !== null) {
      const local = view.getUint32(at + 42, true)
      if (local + 30 > bytes.length) return refused(damaged)
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      if (start + view.getUint32(at + 20, true) > bytes.length) return refused(damaged)
      const packed = change?.chunks ?? [bytes.subarray(start, start + view.getUint32(at + 20, true))]
      const packedSize = packed.reduce((sum, chunk) => sum + chunk.length, 0)
      const record = new Uint8Array(46 + nameLength)
      record.set(bytes.subarray(at, at + 46))
      record.set(name, 46)
      const fields = new DataView(record.buffer)
      // Sizes stand in the header here, so the flag for "sizes follow the data" goes.
      fields.setUint16(8, view.getUint16(at + 8, true) & ~8, true)
      fields.setUint16(30, 0, true)
      fields.setUint16(32, 0, true)
      fields.setUint32(42, length, true)
      if (change) {
        fields.setUint16(10, 8, true)
        fields.setUint32(16, change.crc, true)
        fields.setUint32(24, change.size, true)
      }
      fields.setUint32(20, packedSize, true)
      const header = new Uint8Array(30 + nameLength)
      new DataView(header.buffer).setUint32(0, 0x04034b50, true)
      header.set(record.subarray(6, 30), 4)
      header[28] = 0
      header[29] = 0
      header.set(name, 30)
      add(header, ...packed)
      directory.push(record)
    }
    at = next
  }
  const names = new Set(
    directory.map((record) => new TextDecoder().decode(record.subarray(46)).replaceAll('\\', '/')),
  )
  for (const [name, part] of changes)
    if (part !== null && !names.has(name)) directory.push(addPart(name, part, length, add))
  const start = length
  add(...directory)
  const last = new Uint8Array(22)
  const fields = new DataView(last.buffer)
  fields.setUint32(0, 0x06054b50, true)
  fields.setUint16(8, directory.length, true)
  fields.setUint16(10, directory.length, true)
  fields.setUint32(12, length - start, true)
  fields.setUint32(16, start, true)
  add(last)
  const whole = new Uint8Array(length)
  let position = 0
  for (const piece of out) {
    whole.set(piece, position)
    position += piece.length
  }
  return parsed(whole)
}

/** A part that was not there: its header and content now, its entry for the directory (APPNOTE.TXT 4.3.7, 4.3.12). */
const addPart = (
  name: string,
  part: PackedPart,
  offset: number,
  add: (...pieces: readonly Uint8Array[]) => void,
): Uint8Array => {
  const path = new TextEncoder().encode(name)
  const packedSize = part.chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const record = new Uint8Array(46 + path.length)
  const fields = new DataView(record.buffer)
  fields.setUint32(0, 0x02014b50, true)
  fields.setUint16(4, 20, true)
  fields.setUint16(6, 20, true)
  // Bit 11: the name is UTF-8.
  fields.setUint16(8, 0x0800, true)
  fields.setUint16(10, 8, true)
  // 1 January 1980, the earliest date that the format knows.
  fields.setUint16(14, 0x21, true)
  fields.setUint32(16, part.crc, true)
  fields.setUint32(20, packedSize, true)
  fields.setUint32(24, part.size, true)
  fields.setUint16(28, path.length, true)
  fields.setUint32(42, offset, true)
  record.set(path, 46)
  const header = new Uint8Array(30 + path.length)
  new DataView(header.buffer).setUint32(0, 0x04034b50, true)
  header.set(record.subarray(6, 30), 4)
  header.set(path, 30)
  add(header, ...part.chunks)
  return record
}
