import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import type { DocumentText, Paragraph } from '../docx/index.ts'
import { readCompoundFile } from './compound-file.ts'
import { findParagraphEnds } from './paragraph-ends.ts'

const damaged =
  '旧版 .doc 文件读不出来，可能已损坏，或是 Word 95 以前的格式。请用 Word 或 WPS 另存为 .docx 后再试。'

/** A stretch of text, where it begins in the WordDocument stream, and how many bytes a character takes there. */
interface Piece {
  readonly text: string
  readonly from: number
  readonly width: 1 | 2
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The text in the order of the document, from the piece table ([MS-DOC] 2.4.1). */
const readPieces = (document: Uint8Array, table: DataView): Piece[] => {
  const fib = viewOf(document)
  let at = fib.getUint32(0x1a2, true)
  const end = at + fib.getUint32(0x1a6, true)
  while (at < end && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  if (at >= end || table.getUint8(at) !== 2) throw new RangeError('no piece table')
  const count = (table.getUint32(at + 1, true) - 4) / 12
  if (!Number.isInteger(count) || count < 0 || count * 12 > table.byteLength)
    throw new RangeError('piece table')
  const positions = at + 5
  return Array.from({ length: count }, (_, n) => {
    const length = table.getUint32(positions + (n + 1) * 4, true) - table.getUint32(positions + n * 4, true)
    const place = table.getUint32(positions + (count + 1) * 4 + n * 8 + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const from = narrow ? (place & 0x3fffffff) / 2 : place
    const bytes = document.subarray(from, from + length * (narrow ? 1 : 2))
    const text = new TextDecoder(narrow ? 'windows-1252' : 'utf-16le').decode(bytes)
    return { text, from, width: narrow ? 1 : 2 }
  })
}

/** The parts of the text in their order ([MS-DOC] 2.5.4, FibRgLw97): where their length stands, and what they are. */
const storyKinds: readonly (readonly [number, Paragraph['kind'] | null])[] = [
  [0x4c, 'body'],
  [0x50, 'footnote'],
  [0x54, 'header'],
  [0x58, null],
  [0x5c, null],
  [0x60, 'footnote'],
  [0x64, 'body'],
  [0x68, 'header'],
]

const special: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u00a0': ' ' }

interface Ends {
  readonly inTable: boolean
  readonly endsRow: boolean
}

/** Lays characters out as paragraphs and cells, leaving out field codes and anchors. */
class Layout {
  readonly #parts: string[] = []
  readonly paragraphs: Paragraph[] = []
  #length = 0
  #line = ''
  #fields: ('code' | 'result')[] = []
  #table = -1
  #row = 0
  #column = 0
  #inTable = false

  add(character: string, kind: Paragraph['kind'], { inTable, endsRow }: Ends): void {
    if (character === '\u0013') this.#fields.push('code')
    else if (character === '\u0014') this.#fields[this.#fields.length - 1] = 'result'
    else if (character === '\u0015') this.#fields.pop()
    else if (this.#fields.includes('code')) return
    else if (character === '\u0007') {
      if (endsRow) this.#endRow()
      else this.#endInCell(kind, 1)
    } else if (character === '\r' && inTable) this.#endInCell(kind, 0)
    else if (character === '\r' || character === '\f') this.#end(kind)
    else if (character === '\t' || character >= ' ' || character === '\u000b')
      this.#line += special[character] ?? (character === '\u001f' ? '' : character)
  }

  endStory(kind: Paragraph['kind']): void {
    if (this.#line !== '') this.#end(kind)
    this.#fields = []
  }

  get text(): string {
    return this.#parts.join('')
  }

  #put(kind: Paragraph['kind'], cell?: Paragraph['cell']): void {
    const start = this.#length
    this.#parts.push(this.#line, '\n')
    this.#length += this.#line.length + 1
    this.paragraphs.push({ start, end: start + this.#line.length, kind, ...(cell && { cell }) })
    this.#line = ''
  }

  #end(kind: Paragraph['kind']): void {
    // Headers and notes come with separators that hold nothing.
    if (this.#line.trim() === '' && kind !== 'body') {
      this.#line = ''
      return
    }
    this.#inTable = false
    this.#put(kind)
  }

  #endInCell(kind: Paragraph['kind'], columns: 0 | 1): void {
    if (!this.#inTable) {
      this.#inTable = true
      this.#table++
      this.#row = 0
      this.#column = 0
    }
    const cell = { table: this.#table, row: this.#row, column: this.#column, span: 1 }
    this.#column += columns
    this.#put(kind === 'body' ? 'cell' : kind, cell)
  }

  #endRow(): void {
    this.#line = ''
    this.#row++
    this.#column = 0
  }
}

const readStreams = (streams: ReadonlyMap<string, Uint8Array>): Parsed<DocumentText> => {
  const document = streams.get('WordDocument')
  if (!document || document.length < 0x200) return refused(damaged)
  const fib = viewOf(document)
  const flags = fib.getUint16(0x0a, true)
  if ((flags & 0x0100) !== 0) return refused('文件设有打开密码。请在 Word 或 WPS 里去掉密码，另存后再试。')
  const table = streams.get((flags & 0x0200) !== 0 ? '1Table' : '0Table')
  if (!table) return refused(damaged)
  const ends = findParagraphEnds(fib, viewOf(table))
  const layout = new Layout()
  let story = -1
  let left = 0
  let kind: Paragraph['kind'] | null = 'body'
  for (const piece of readPieces(document, viewOf(table)))
    for (let at = 0; at < piece.text.length; at++) {
      while (left === 0 && story + 1 < storyKinds.length) {
        layout.endStory(kind ?? 'body')
        const [where, next] = storyKinds[++story]!
        left = fib.getUint32(where, true)
        kind = next
      }
      if (left === 0) break
      left--
      if (kind === null) continue
      const end = piece.from + (at + 1) * piece.width
      layout.add(piece.text[at]!, kind, { inTable: ends.inTable.has(end), endsRow: ends.ofRows.has(end) })
    }
  layout.endStory(kind ?? 'body')
  return parsed({ text: layout.text, paragraphs: layout.paragraphs })
}

/**
 * Reads a Word 97–2003 file: body with tables, notes, headers; field results without their codes. Numbering that
 * Word generates is not in such a file as text and is left out. What cannot be read is refused in Chinese.
 */
export const readDoc = (bytes: Uint8Array): Parsed<DocumentText> => {
  try {
    return readStreams(readCompoundFile(bytes))
  } catch (error) {
    if (error instanceof RangeError) return refused(damaged)
    throw error
  }
}
