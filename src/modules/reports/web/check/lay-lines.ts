import type { Line } from './cut-text.ts'

/** A line of running text, or a table: its rows, their cells, the lines of each cell. */
export type Laid = { kind: 'line'; line: Line } | { kind: 'table'; table: number; rows: Line[][][] }

/** Puts the lines of cells back into their tables. */
export const layLines = (lines: readonly Line[]): readonly Laid[] => {
  const laid: Laid[] = []
  let row = -1
  let column = -1
  for (const line of lines) {
    if (!line.cell) {
      laid.push({ kind: 'line', line })
      continue
    }
    let last = laid.at(-1)
    if (last?.kind !== 'table' || last.table !== line.cell.table) {
      last = { kind: 'table', table: line.cell.table, rows: [] }
      laid.push(last)
      row = -1
    }
    if (line.cell.row !== row) {
      last.rows.push([])
      row = line.cell.row
      column = -1
    }
    const cells = last.rows.at(-1)!
    if (line.cell.column !== column) cells.push([])
    column = line.cell.column
    cells.at(-1)!.push(line)
  }
  return laid
}
