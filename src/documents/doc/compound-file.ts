const END = 0xfffffffa

/** A compound file ([MS-CFB]) as its streams: name → bytes. Throws a RangeError where it is damaged or loops. */
export const readCompoundFile = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorSize = 1 << view.getUint16(0x1e, true)
  const miniSize = 1 << view.getUint16(0x20, true)
  if (![512, 4096].includes(sectorSize) || miniSize !== 64) throw new RangeError('sector size')
  const cutoff = view.getUint32(0x38, true)
  const most = Math.ceil(bytes.length / miniSize) + 1
  const sector = (n: number): Uint8Array => bytes.subarray((n + 1) * sectorSize, (n + 2) * sectorSize)
  const numbers = (part: Uint8Array): number[] => {
    const of = new DataView(part.buffer, part.byteOffset, part.byteLength)
    return Array.from({ length: Math.floor(part.length / 4) }, (_, at) => of.getUint32(at * 4, true))
  }

  const fatSectors = numbers(bytes.subarray(0x4c, 0x4c + 109 * 4))
  let next = view.getUint32(0x44, true)
  for (let left = view.getUint32(0x48, true); left > 0 && next < END; left--) {
    const part = numbers(sector(next))
    next = part.pop()!
    fatSectors.push(...part)
  }
  const fat = fatSectors.filter((n) => n < END).flatMap((n) => numbers(sector(n)))

  const chain = (start: number, table: readonly number[], piece: (n: number) => Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = []
    for (let n = start; n < END; n = table[n]!) {
      if (parts.length > most || n >= table.length) throw new RangeError('chain')
      parts.push(piece(n))
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  const directory = chain(view.getUint32(0x30, true), fat, sector)
  const miniFat = numbers(chain(view.getUint32(0x3c, true), fat, sector))
  const entries = Array.from({ length: Math.floor(directory.length / 128) }, (_, n) => {
    const entry = new DataView(directory.buffer, directory.byteOffset + n * 128, 128)
    const length = Math.max(0, entry.getUint16(0x40, true) / 2 - 1)
    const name = String.fromCharCode(
      ...Array.from({ length: Math.min(31, length) }, (_, at) => entry.getUint16(at * 2, true)),
    )
    return {
      name,
      type: entry.getUint8(0x42),
      start: entry.getUint32(0x74, true),
      size: entry.getUint32(0x78, true),
    }
  })
  const root = entries.find(({ type }) => type === 5)
  const mini = root ? chain(root.start, fat, sector) : new Uint8Array()
  const miniSector = (n: number) => mini.subarray(n * miniSize, (n + 1) * miniSize)
  return new Map(
    entries
      .filter(({ type }) => type === 2)
      .map(({ name, start, size }) => [
        name,
        (size < cutoff ? chain(start, miniFat, miniSector) : chain(start, fat, sector)).subarray(0, size),
      ]),
  )
}
