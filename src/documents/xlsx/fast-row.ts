import { LAST_COLUMN, LAST_ROW } from './address.ts'
import { type CellSurroundings, cellShown } from './cell-shown.ts'
import type { Cell, Row } from './workbook.ts'

/** The value of an attribute of a tag, as programs write it: a blank before, double quotes. */
const attributeOf = (tag: string, mark: string): string | undefined => {
  const at = tag.indexOf(mark)
  return at < 0 ? undefined : tag.slice(at + mark.length, tag.indexOf('"', at + mark.length))
}

/** Column of a reference such as `AB12`; 0 where it is none. */
const columnAt = (source: string, at: number): number => {
  let column = 0
  for (; ; at++) {
    const letter = source.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column <= LAST_COLUMN ? column : 0
}

/** The value between the tags of a cell, where it is written plainly. */
const contentOf = (source: string, from: number, to: number): string | undefined => {
  if (source.startsWith('<v>', from)) {
    const end = source.indexOf('<', from + 3)
    return end + 4 === to && source.startsWith('</v>', end) ? source.slice(from + 3, end) : undefined
  }
  if (!source.startsWith('<is><t', from)) return undefined
  const start = source.indexOf('>', from + 6) + 1
  const end = source.indexOf('<', start)
  const plain = source.charCodeAt(start - 2) !== 47 && end + 9 === to && source.startsWith('</t></is>', end)
  return plain ? source.slice(start, end) : undefined
}

/**
 * Reads a row that is written as nearly all programs write it; undefined where anything is unusual in it (formulas,
 * rich text, comments), so that the general reader takes it. Several times as fast, and the same where it answers.
 */
export const readFastRow = (
  around: CellSurroundings,
  source: string,
  from: number,
  to: number,
): Row | undefined => {
  const head = source.indexOf('>', from)
  const rowTag = source.slice(from, head)
  const number = Number(attributeOf(rowTag, ' r="'))
  if (!(number >= 1 && number <= LAST_ROW)) return undefined
  const hidden = attributeOf(rowTag, ' hidden="')
  const cells: Cell[] = []
  for (let tag = head + 1; tag < to; ) {
    if (!source.startsWith('<c r="', tag)) return undefined
    const open = source.indexOf('>', tag)
    const column = columnAt(source, tag + 6)
    if (column === 0) return undefined
    if (source.charCodeAt(open - 1) === 47 /* / */) {
      tag = open + 1
      continue
    }
    const close = source.indexOf('</c>', open)
    const raw = close === open + 1 ? '' : contentOf(source, open + 1, close)
    if (close < 0 || raw === undefined) return undefined
    if (raw !== '') {
      const cellTag = source.slice(tag, open)
      const format = around.formats[Number(attributeOf(cellTag, ' s="') ?? 0)]
      const shown = cellShown(around, attributeOf(cellTag, ' t="') ?? 'n', raw, format)
      if (shown.text !== '') {
        around.countCell()
        const cell = { row: number, column, ...shown }
        cells.push(format === undefined ? cell : { ...cell, format })
      }
    }
    tag = close + 4
  }
  return { number, hidden: hidden === '1' || hidden === 'true', cells }
}
