const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** A part of the package to be written: its name, and its text as it comes. */
export interface ZipPart {
  readonly name: string
  readonly text: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Uint8Array
  readonly offset: number
  crc: number
  size: number
  packed: number
}

const encoder = new TextEncoder()

/** Deflated; sizes follow the data; the name is UTF-8 (APPNOTE.TXT 6.3 §4.4.4). */
const flags = 0x0808
const deflated = 8
/** 1 January 1980: the day of writing is nobody's business. */
const noDay = 0x21

const numbers = (...fields: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array => {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

const localHeader = ({ name }: Written) =>
  numbers(
    [4, 0x04034b50],
    [2, 20],
    [2, flags],
    [2, deflated],
    [2, 0],
    [2, noDay],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  )

const directoryHeader = ({ name, crc, packed, size, offset }: Written) =>
  numbers(
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, flags],
    [2, deflated],
    [2, 0],
    [2, noDay],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  )

/** Packs a part's text; counts what goes in, and its checksum. */
async function* pack(text: ZipPart['text'], entry: Written): AsyncGenerator<Uint8Array> {
  const deflater = new CompressionStream('deflate-raw')
  const writer = deflater.writable.getWriter()
  let crc = 0xffffffff
  const feed = async () => {
    for await (const piece of text) {
      const bytes = encoder.encode(piece)
      for (let at = 0; at < bytes.length; at++) crc = crcTable[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
      entry.size += bytes.length
      await writer.write(bytes)
    }
    await writer.close()
  }
  const fed = feed().catch(async (error: unknown) => {
    await writer.abort(error)
    throw error
  })
  fed.catch(() => undefined)
  const reader = deflater.readable.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    entry.packed += value.length
    yield value
  }
  await fed
  entry.crc = (crc ^ 0xffffffff) >>> 0
}

/**
 * Writes a ZIP package piece by piece, in little memory however long its parts are; packing goes on beside this
 * thread. A package stays below 4 GiB.
 */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Written[] = []
  let offset = 0
  for (const { name, text } of parts) {
    const entry: Written = { name: encoder.encode(name), offset, crc: 0, size: 0, packed: 0 }
    entries.push(entry)
    const header = localHeader(entry)
    yield header
    yield entry.name
    yield* pack(text, entry)
    yield numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size])
    offset += header.length + entry.name.length + entry.packed + 16
  }
  const start = offset
  for (const entry of entries) {
    const header = directoryHeader(entry)
    yield header
    yield entry.name
    offset += header.length + entry.name.length
  }
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, offset - start],
    [4, start],
    [2, 0],
  )
}
