import type { Paragraph } from '../../docx/index.ts'
import type { Quantity } from '../../quantity/index.ts'
import { printNumber } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { type Cell, type Grid, gridsOf } from '../table-grid.ts'

const totalLabel = /^(?:合计|总计|共计|总数|合 计|总 计|总和)/
const subtotalLabel = /^小计/
/** Columns that are totals where the others bear it out. */
const likelyTotal = /^(?:全年|年度?|总[人户]?[数量额])(?:数|合计)?$/
/** Columns of shares, averages and years add up to nothing. */
const noParts = /率|占比|比例|比重|%|均|^年$|年份|年龄|序号|编号|排名|电话|同比|增长/

const quantityOf = (cell: Cell, subject: string): Quantity => {
  const decimals = /\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0
  const value = cell.value!
  const slack = decimals > 0 ? 0.5 * 10 ** -decimals : 0
  const { start, end, text } = cell
  return {
    start,
    end,
    text,
    low: value,
    high: value,
    unit: '',
    kind: 'count',
    hedge: 'exact',
    subject,
    slack,
    unitEnd: end,
  }
}

interface Line {
  total: Cell
  parts: Cell[]
  subject: string
  /** What names the total. */
  head: string
}

const holds = ({ total, parts }: Line): boolean => {
  const sum = parts.reduce((a, b) => a + b.value!, 0)
  const slack = [total, ...parts].reduce((a, c) => a + quantityOf(c, '').slack, 0)
  return Math.abs(sum - total.value!) <= slack + 1e-9
}

const withValues = (cells: (Cell | undefined)[]): Cell[] =>
  cells.filter((c): c is Cell => c?.value !== undefined)

/** The figures above a row of totals, or, where there are subtotals, these alone. */
const columnLines = (grid: Grid): Line[] => {
  const at = grid.findLastIndex((row) => row?.some((cell, i) => i < 2 && cell && totalLabel.test(cell.text)))
  if (at < 2) return []
  const rows = grid.slice(0, at)
  const subtotals = rows.filter((row) =>
    row?.some((cell, i) => i < 2 && cell && subtotalLabel.test(cell.text)),
  )
  const chosen = subtotals.length > 1 ? subtotals : rows.filter((row) => !subtotals.includes(row))
  return grid[at]!.flatMap((total, column) => {
    const head = rows[0]?.[column]?.text ?? ''
    if (total?.value === undefined || noParts.test(head)) return []
    const parts = withValues(chosen.map((row) => row?.[column]))
    return parts.length >= 2 ? [{ total, parts, subject: head, head: '合计' }] : []
  })
}

const rowLines = (grid: Grid): Line[] => {
  const head = grid[0] ?? []
  const at = head.findIndex(
    (cell) =>
      cell !== undefined &&
      (totalLabel.test(cell.text) || subtotalLabel.test(cell.text) || likelyTotal.test(cell.text)),
  )
  if (at < 1) return []
  return grid.slice(1).flatMap((row) => {
    const total = row?.[at]
    if (total?.value === undefined) return []
    const before = withValues(row!.slice(1, at).filter((_, i) => !noParts.test(head[i + 1]?.text ?? '')))
    const after = withValues(row!.slice(at + 1).filter((_, i) => !noParts.test(head[at + 1 + i]?.text ?? '')))
    const parts = before.length >= 2 ? before : after
    return parts.length >= 2 ? [{ total, parts, subject: row![0]?.text ?? '', head: head[at]!.text }] : []
  })
}

const relationsOf = (lines: Line[]): Relation[] => {
  const good = lines.filter(holds).length
  // Where no line adds up, its cells are no parts of the total.
  if (good === 0 && (lines.length > 1 || lines.some((line) => likelyTotal.test(line.head)))) return []
  return lines.map((line) => {
    const sum = line.parts.reduce((a, b) => a + b.value!, 0)
    const ok = holds(line)
    return {
      kind: 'sum',
      holds: ok,
      result: quantityOf(line.total, line.subject),
      terms: { parts: line.parts.map((part) => quantityOf(part, line.subject)) },
      certain: good > 0,
      arithmetic: `${line.parts.map((p) => p.text).join('+')} = ${printNumber(sum)} ${ok ? '=' : '≠'} ${line.total.text}`,
    }
  })
}

/** Totals of a table's columns and rows, where the table calls them so. Offsets are those of the given text. */
export const findTableTotals = (text: string, paragraphs: Paragraph[]): Relation[] =>
  gridsOf(text, paragraphs).flatMap((grid) => [
    ...relationsOf(columnLines(grid)),
    ...relationsOf(rowLines(grid)),
  ])
