import type { CellSurroundings } from './cell-shown.ts'
import { readFastRow } from './fast-row.ts'
import { Refusal } from './limits.ts'
import { SheetReader } from './sheet-part.ts'
import type { Range, Row } from './workbook.ts'

const dataStart = '<sheetData>'
const dataEnd = '</sheetData>'
const rowEnd = '</row>'

/** A row longer than this is none. */
const longest = 16_777_216

/**
 * Reads a worksheet row by row as its XML comes in, in constant memory. Rows written as usual are taken by a quick
 * reader, all else by the general one, with the same result.
 */
export class SheetRows {
  readonly #around: CellSurroundings
  readonly #reader: SheetReader
  #state: 'before' | 'rows' | 'general' = 'before'
  #rest = ''

  constructor(around: CellSurroundings) {
    this.#around = around
    this.#reader = new SheetReader(around)
  }

  /** Takes a piece and answers the rows that are whole by now. */
  write(piece: string): Row[] {
    const source = this.#rest + piece
    this.#rest = ''
    if (this.#state === 'general') return this.#general(source)
    if (this.#state === 'rows') return this.#rows(source, 0)
    const start = source.indexOf(dataStart)
    if (start < 0) {
      // The mark may stand across two pieces.
      const sure = Math.max(0, source.length - dataStart.length)
      this.#rest = source.slice(sure)
      return this.#general(source.slice(0, sure))
    }
    this.#state = 'rows'
    const rows = this.#general(source.slice(0, start + dataStart.length))
    return [...rows, ...this.#rows(source, start + dataStart.length)]
  }

  /** Counts the rows of a piece instead of reading them. */
  pass(piece: string): number {
    if (this.#state !== 'rows') return this.write(piece).length
    const source = this.#rest + piece
    this.#rest = ''
    let count = 0
    let at = 0
    for (;;) {
      const end = source.indexOf(rowEnd, at)
      if (end < 0) break
      count++
      at = end + rowEnd.length
    }
    const end = source.indexOf(dataEnd, at)
    if (end >= 0) {
      this.#state = 'general'
      this.#general(source.slice(end))
    } else this.#rest = source.slice(at)
    return count
  }

  /** What is left, and the cells that are joined. Throws `Refusal` where the sheet breaks off. */
  end(): { rows: Row[]; merges: readonly Range[] } {
    const rows = this.#general(this.#rest)
    const { scanner } = this.#reader
    scanner.end()
    if (scanner.problem) throw new Refusal(scanner.problem)
    return { rows, merges: this.#reader.finish().merges }
  }

  #rows(source: string, from: number): Row[] {
    const rows: Row[] = []
    let at = from
    for (;;) {
      while (source.charCodeAt(at) <= 32) at++
      if (!source.startsWith('<row ', at)) {
        // The end of the rows, unless the piece merely stops within a tag.
        const left = source.slice(at, at + dataEnd.length)
        if (left.length < dataEnd.length && (dataEnd.startsWith(left) || '<row '.startsWith(left))) break
        this.#state = 'general'
        for (const row of this.#general(source.slice(at))) rows.push(row)
        return rows
      }
      const open = source.indexOf('>', at)
      const isEmpty = open > 0 && source.charCodeAt(open - 1) === 47
      const end = open < 0 ? -1 : isEmpty ? open + 1 : source.indexOf(rowEnd, open)
      if (end < 0) break
      const next = isEmpty ? end : end + rowEnd.length
      const row = isEmpty ? undefined : readFastRow(this.#around, source, at, end)
      if (row) {
        this.#reader.passRow(row.number)
        if (row.cells.length > 0) rows.push(row)
      } else for (const each of this.#general(source.slice(at, next))) rows.push(each)
      at = next
    }
    this.#rest = source.slice(at)
    if (this.#rest.length > longest) throw new Refusal('内部内容不是表格')
    return rows
  }

  #general(source: string): Row[] {
    const { scanner } = this.#reader
    scanner.write(source)
    if (scanner.problem) throw new Refusal(scanner.problem)
    return this.#reader.takeRows()
  }
}
