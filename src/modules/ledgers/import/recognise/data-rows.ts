import type { Cell, Row } from '../../../../documents/xlsx/index.ts'

/** What forms have below their rows, or as an example above them. */
const notData =
  /^(备注|注|说明|填表|填报|制表|审核|负责人|单位负责人|联系人|经办人|合计|总计|小计|共计|示例|例|样例|以上)/

const isNumbering = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && cells.every(({ text }, index) => text.trim() === String(index + 1))

/**
 * The rows below a header that hold data in the columns asked for. Totals, notes, signatures and rows of column
 * numbers are none, unless they fill more of these columns than such lines do.
 */
export const dataRows = (rows: readonly Row[], lastHeaderRow: number, columns: ReadonlySet<number>): Row[] =>
  rows.filter(({ number, cells }) => {
    if (number <= lastHeaderRow) return false
    const filled = cells.filter(({ column, text }) => columns.has(column) && text.trim() !== '')
    if (filled.length === 0 || isNumbering(cells)) return false
    const first = cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? ''
    return filled.length > 2 || !notData.test(first)
  })
