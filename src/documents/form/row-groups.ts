import { compactText } from '../../core/plain-text.ts'
import type { Grid } from './grid.ts'

/** Rows that belong together and the 小计 below that adds them up, as the blank form has them. */
export interface RowGroup {
  readonly first: number
  readonly last: number
  /** Row of the 小计. */
  readonly subtotal: number
  /** What is printed in the rows and before 小计, without blanks: 城北社区. */
  readonly printed: readonly string[]
  /** Column, from 1, of a label such as 城北社区小计 that names the group. */
  readonly titleColumn?: number
}

const overall = /^(合计|总计|共计|总数|总合计)[:：]?$/
const partial = /^(.{0,12}?)(小计|分计)[:：]?$/

/** Whether words head the 小计 of a group: 小计, 城北社区小计. */
export const headsSubtotal = (text: string): boolean => partial.test(compactText(text))

/** Whether a row's text makes it a total: 合计 of everything, 小计 of a group. */
export const totalKind = (grid: Grid, row: number): 'overall' | 'partial' | null => {
  for (const { text } of grid.row(row).slice(0, 3)) {
    if (overall.test(compactText(text))) return 'overall'
    if (headsSubtotal(text)) return 'partial'
  }
  return null
}

/**
 * The groups of a list whose rows begin at `first`. Undefined where there is no 小计, or where one directly follows
 * another: subtotals of subtotals are not understood.
 */
export const findRowGroups = (
  grid: Grid,
  first: number,
  totals: readonly number[],
): readonly RowGroup[] | undefined => {
  const groups: RowGroup[] = []
  let next = first
  for (const row of totals) {
    if (row < next && groups.length === 0) continue
    if (totalKind(grid, row) !== 'partial') break
    if (row <= next) return undefined
    const rows = Array.from({ length: row - next }, (_, index) => next + index)
    const label = grid.row(row).find(({ text }) => headsSubtotal(text))
    const title = partial.exec(compactText(label?.text ?? ''))?.[1] ?? ''
    groups.push({
      first: next,
      last: row - 1,
      subtotal: row,
      printed: [...rows.flatMap((one) => grid.row(one).map(({ text }) => compactText(text))), title].filter(
        (text) => text !== '',
      ),
      ...(label && title !== '' ? { titleColumn: label.left } : {}),
    })
    next = row + 1
  }
  return groups.length === 0 ? undefined : groups
}
