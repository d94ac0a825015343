import { type Parsed, parsed, refused } from '../../core/parsed.ts'

/** One entry as the central directory states it. */
export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  compressedSize: number
  size: number
  /** Where its local header begins. */
  offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const unknown32 = 0xffffffff

const truncated = '文件不完整：可能没有下载完或传输时被截断，请重新获取这个文件。'

/** The end record stands last, before a comment of at most 65,535 bytes. */
const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return -1
}

/** Sizes and offset past 4 GiB, or written so by streaming writers, stand in extra field 1 (ZIP64). */
const widen = (view: DataView, entry: ZipEntry, from: number, to: number): ZipEntry => {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      let field = at + 4
      const next = (value: number): number => {
        if (value !== unknown32 || field + 8 > to) return value
        field += 8
        return Number(view.getBigUint64(field - 8, true))
      }
      const size = next(entry.size)
      const compressedSize = next(entry.compressedSize)
      return { ...entry, size, compressedSize, offset: next(entry.offset) }
    }
    at += 4 + length
  }
  return entry
}

/** Reads the central directory (APPNOTE.TXT 6.3 §4.3.12). */
export const readDirectory = (bytes: Uint8Array, maxEntries: number): Parsed<ZipEntry[]> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length < endLength ? -1 : findEnd(view)
  if (end < 0) return refused(truncated)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) return refused(`文件内部有 ${count} 个部件，超过上限 ${maxEntries} 个，未予打开。`)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return refused(truncated)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) return refused(truncated)
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push(widen(view, entry, nameEnd, extraEnd))
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return parsed(entries)
}
