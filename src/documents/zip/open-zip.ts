import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { readDirectory } from './directory.ts'
import { type FileIdentity, identifyFile } from './identify-file.ts'
import { inflateEntry, streamEntry, ZipRefusal } from './inflate-entry.ts'
import { defaultZipLimits, type ZipLimits } from './limits.ts'

/** An opened package: its directory is read, its entries are not. */
export interface ZipPackage {
  /** In the order of the directory, `/` between folders. */
  names: readonly string[]
  has(name: string): boolean
  /** Inflates one entry; refuses one that is missing, damaged or over the limits. */
  read(name: string): Parsed<Uint8Array>
  /** As `read`, piece by piece; throws `ZipRefusal` where that refuses. The total of all entries is not looked at. */
  stream(name: string): AsyncGenerator<Uint8Array>
  /** As `read`, decoded as UTF-8 (or UTF-16 where the entry begins with its mark). */
  readText(name: string): Parsed<string>
}

const refusals: Record<Exclude<FileIdentity, 'zip'>, string> = {
  empty: '文件是空的（0 字节），请重新获取这个文件。',
  'encrypted-office': '文件设有打开密码。请在 Office 或 WPS 里去掉密码，另存后再试。',
  'word-97': '这是旧版 Word 的 .doc 文件，只是扩展名不同。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
  'excel-97': '这是旧版 Excel 的 .xls 文件，只是扩展名不同。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  ole: '这是旧版 Office 格式的文件。请用 Office 或 WPS 打开，另存为新格式（.docx、.xlsx）后再试。',
  pdf: '这是 PDF 文件，不是 Office 文件。请提供原来的 Word 或 Excel 文件。',
  rtf: '这是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
  other: '这不是 Office 文件（内容不是 .docx、.xlsx 那样的压缩包），可能改过扩展名或已损坏。',
}

const missing = (name: string): string => `文件里缺少“${name}”，可能已损坏或不是 Office 文件。`

const decode = (bytes: Uint8Array): string => {
  const mark = bytes[0]! * 256 + bytes[1]!
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes)
}

/**
 * Opens a ZIP package such as .docx or .xlsx. Entries are inflated only when read, each under a hard cap
 * while inflating, and all together under `totalBytes`. Errors are Chinese sentences that say what the
 * file really is and what to do.
 */
export const openZip = (bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Parsed<ZipPackage> => {
  const { entries: maxEntries, entryBytes, totalBytes, ratio } = { ...defaultZipLimits, ...limits }
  const identity = identifyFile(bytes)
  if (identity !== 'zip') return refused(refusals[identity])
  const directory = readDirectory(bytes, maxEntries)
  if (!directory.ok) return directory
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]))
  const spent = new Map<string, number>()

  const read = (name: string): Parsed<Uint8Array> => {
    const entry = entries.get(name)
    if (!entry) return refused(missing(name))
    let others = 0
    for (const [other, size] of spent) if (other !== name) others += size
    const cap = Math.min(entryBytes, totalBytes - others, Math.max(2 ** 20, entry.compressedSize * ratio))
    const content = inflateEntry(bytes, entry, cap)
    if (content.ok) spent.set(name, content.value.length)
    return content
  }

  return parsed({
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read,
    async *stream(name) {
      const entry = entries.get(name)
      if (!entry) throw new ZipRefusal(missing(name))
      yield* streamEntry(bytes, entry, Math.min(entryBytes, Math.max(2 ** 20, entry.compressedSize * ratio)))
    },
    readText(name) {
      const content = read(name)
      return content.ok ? parsed(decode(content.value)) : content
    },
  })
}
