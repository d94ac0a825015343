import { strToU8, zipSync } from 'fflate'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { openZip, type ZipLimits } from '../zip/index.ts'
import { parseXml, serializeXml, type XmlElement } from './xml-tree.ts'

/** An Office file taken apart: part name (no leading slash) → bytes. */
export interface OfficePackage {
  parts: Map<string, Uint8Array>
}

/** A report with pictures is far below these. All parts are held at once, hence lower than a reader's limits. */
const FILE_BYTES = 50_000_000
const LIMITS: Partial<ZipLimits> = { entries: 2_000, entryBytes: 60_000_000, totalBytes: 120_000_000 }

/** Takes an Office Open XML file apart. */
export function openOfficePackage(bytes: Uint8Array): Parsed<OfficePackage> {
  if (bytes.length > FILE_BYTES) {
    return refused(
      `文件有 ${Math.round(bytes.length / 1e6)} MB，超过 ${FILE_BYTES / 1e6} MB 的上限。请压缩图片后再试。`,
    )
  }
  const zip = openZip(bytes, LIMITS)
  if (!zip.ok) return zip
  const parts = new Map<string, Uint8Array>()
  for (const name of zip.value.names) {
    if (name.endsWith('/')) continue
    const content = zip.value.read(name)
    if (!content.ok) return content
    parts.set(name, content.value)
  }
  return parsed({ parts })
}

/** Puts the file together again. The same parts give the same bytes, whenever and wherever. */
export function saveOfficePackage(file: OfficePackage): Uint8Array {
  // Content types come first: some readers recognise the file by them.
  const names = [...file.parts.keys()].sort((one, other) => rank(one) - rank(other))
  const entries = Object.fromEntries(names.map((name) => [name, file.parts.get(name)!]))
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) })
}

const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)

export function readXml(file: OfficePackage, part: string): Parsed<XmlElement> {
  const bytes = file.parts.get(part)
  if (bytes === undefined) return refused(`文件里缺少“${part}”，可能已损坏。请另存为 .docx 后再试。`)
  return parseXml(readText(bytes))
}

export function writeXml(file: OfficePackage, part: string, root: XmlElement): void {
  file.parts.set(part, strToU8(serializeXml(root)))
}

/** The text of a part: UTF-8, or UTF-16 where the byte order mark says so. */
export function readText(bytes: Uint8Array): string {
  const mark = bytes[0]! * 256 + bytes[1]!
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes)
}
