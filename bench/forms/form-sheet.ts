import type { Cell, Range, Sheet } from '../../src/documents/xlsx/index.ts'
import type { LabelledForm } from './form.ts'

/** The forms as blank sheets: title, optional line below it, header with or without joined cells. */
export const sheetOf = (
  form: LabelledForm,
  layout: { title: boolean; line: boolean; merged: boolean },
): { sheet: Sheet; header: [number, number] } => {
  const cells: Cell[] = []
  const merges: Range[] = []
  const put = (row: number, column: number, text: string) =>
    cells.push({ row, column, kind: 'text', text, value: text })
  const rows = form.headerRows ?? []
  const width = rows[0]?.length ?? 1
  let row = 1
  if (layout.title) {
    put(row, 1, form.title)
    if (layout.merged) merges.push({ top: row, left: 1, bottom: row, right: width })
    row++
  }
  if (layout.line) {
    put(row, 1, '填报单位:')
    put(row, Math.max(2, width - 1), '填报日期:  年  月  日')
    row++
  }
  const header: [number, number] = [row, row + rows.length - 1]
  rows.forEach((texts, depth) => {
    texts.forEach((text, column) => {
      if (text !== '') put(row + depth, column + 1, text)
    })
  })
  if (layout.merged && rows.length > 1) merges.push(...joinedCells(rows, row))
  const numbers = [...new Set(cells.map((cell) => cell.row))]
  const sheet: Sheet = {
    name: 'Sheet1',
    hidden: false,
    rows: numbers.map((number) => ({
      number,
      hidden: false,
      cells: cells.filter((cell) => cell.row === number),
    })),
    merges,
    validations: [],
    columns: [],
  }
  return { sheet, header }
}

const joinedCells = (rows: readonly (readonly string[])[], first: number): Range[] => {
  const top = rows[0]!
  const below = rows.slice(1)
  return top.flatMap((text, column) => {
    if (text === '') return []
    if (below.every((texts) => !texts[column]))
      return [{ top: first, left: column + 1, bottom: first + rows.length - 1, right: column + 1 }]
    let last = column
    while (last + 1 < top.length && !top[last + 1] && below.some((texts) => texts[last + 1])) last++
    return last > column ? [{ top: first, left: column + 1, bottom: first, right: last + 1 }] : []
  })
}
