import type { Paragraph } from '../docx/index.ts'

/** Cells of a line: between tabs, bars or wide gaps. */
const separators = [/\t/g, /[|｜]/g, /[ \u3000]{2,}/g]

interface Line {
  start: number
  cells: { start: number; end: number }[]
}

const cellsOf = (line: string, start: number): Line['cells'] => {
  for (const separator of separators) {
    const cells: Line['cells'] = []
    let from = 0
    for (const match of line.matchAll(separator)) {
      cells.push({ start: start + from, end: start + match.index })
      from = match.index + match[0].length
    }
    cells.push({ start: start + from, end: start + line.length })
    if (cells.length >= 3 || (cells.length === 2 && separator.source === '\\t')) return cells
  }
  return []
}

/** Longer lines are prose with tabs in it. */
const widest = 300

/** Tables in plain text, as pasted from a spreadsheet: three lines or more of equally many cells. */
export const textTables = (text: string): Paragraph[] => {
  const cells: Paragraph[] = []
  let run: Line[] = []
  let table = 0
  const close = (): void => {
    if (run.length >= 3) {
      run.forEach((line, row) => {
        line.cells.forEach((cell, column) => {
          cells.push({ ...cell, kind: 'cell', cell: { table, row, column, span: 1 } })
        })
      })
      table++
    }
    run = []
  }
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const found = end - start > widest ? [] : cellsOf(text.slice(start, end), start)
    if (run.length > 0 && run[0]!.cells.length !== found.length) close()
    if (found.length > 0) run.push({ start, cells: found })
    start = end + 1
  }
  close()
  return cells
}
