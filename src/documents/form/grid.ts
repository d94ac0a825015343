import { type Cell, inRange, type Range, type Sheet } from '../xlsx/index.ts'

/** What stands at one place of a form; joined cells are one box. */
export interface Box extends Range {
  readonly text: string
  readonly kind: Cell['kind']
}

/** A sheet as boxes: every cell of a merged area shows the same one. */
export interface Grid {
  readonly firstColumn: number
  readonly lastColumn: number
  readonly lastRow: number
  /** The box at a place; an empty one where nothing stands. */
  at(row: number, column: number): Box
  /** The distinct boxes of a row that hold text and begin in it, from left to right. */
  row(number: number): readonly Box[]
}

/** Forms are looked at as far as this; what stands further down or right is data. */
const ROWS = 400
const COLUMNS = 300

export const gridOf = (sheet: Sheet): Grid => {
  const merges = sheet.merges.filter(({ top, left }) => top <= ROWS && left <= COLUMNS)
  const boxes = new Map<number, Box>()
  const place = (row: number, column: number) => row * (COLUMNS + 1) + column
  const rows = new Map<number, Box[]>()
  let [firstColumn, lastColumn, lastRow] = [COLUMNS, 0, 0]
  for (const row of sheet.rows) {
    if (row.number > ROWS) break
    for (const cell of row.cells) {
      if (cell.column > COLUMNS || cell.text.trim() === '') continue
      const merge = merges.find((one) => inRange(one, cell.row, cell.column))
      // Only the first cell of a merged area shows.
      if (merge && (merge.top !== cell.row || merge.left !== cell.column)) continue
      const area = merge ?? { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }
      const box: Box = {
        ...area,
        right: Math.min(area.right, COLUMNS),
        text: cell.text.trim(),
        kind: cell.kind,
      }
      firstColumn = Math.min(firstColumn, box.left)
      lastColumn = Math.max(lastColumn, box.right)
      lastRow = Math.max(lastRow, Math.min(box.bottom, ROWS))
      rows.set(row.number, [...(rows.get(row.number) ?? []), box])
      for (let r = box.top; r <= Math.min(box.bottom, ROWS); r++)
        for (let c = box.left; c <= box.right; c++) boxes.set(place(r, c), box)
    }
  }
  for (const merge of merges)
    if (!boxes.has(place(merge.top, merge.left)) && merge.bottom <= ROWS) {
      const empty: Box = { ...merge, right: Math.min(merge.right, COLUMNS), text: '', kind: 'empty' }
      for (let r = empty.top; r <= empty.bottom; r++)
        for (let c = empty.left; c <= empty.right; c++) boxes.set(place(r, c), empty)
      lastRow = Math.max(lastRow, empty.bottom)
    }
  return {
    firstColumn: Math.min(firstColumn, Math.max(lastColumn, 1)),
    lastColumn,
    lastRow,
    at: (row, column) =>
      boxes.get(place(row, column)) ?? {
        top: row,
        left: column,
        bottom: row,
        right: column,
        text: '',
        kind: 'empty',
      },
    row: (number) => rows.get(number) ?? [],
  }
}
