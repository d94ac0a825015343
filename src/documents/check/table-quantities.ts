import type { Paragraph } from '../docx/index.ts'
import { findQuantities, type Quantity } from '../quantity/index.ts'
import { type Cell, type Grid, gridsOf } from './table-grid.ts'

/** Columns whose figures count nothing. */
const names = /序号|编号|号码|电话|手机|证号|代码|邮编|排名|名次|日期|时间|年份|年度|^年$|备注|门牌|楼号|房号/

interface Heading {
  name: string
  /** As bracketed in the heading: 户, 万元, %. */
  unit: string
}

const headingOf = (cell: Cell | undefined): Heading => {
  const text = cell?.text ?? ''
  const unit = /[(（]([^()（）\d]{1,5})[)）]$/.exec(text)?.[1] ?? ''
  return { name: unit ? text.slice(0, -unit.length - 2) : text, unit: unit.replace(/^单位:?/, '') }
}

/** The figure read as if its unit stood behind it: 120 under 投资(万元) is 120万元. */
const quantityOf = (cell: Cell, unit: string, subject: string): Quantity | undefined => {
  const lead = /^\s*/.exec(cell.given)![0].length
  const start = cell.start + lead
  const end = start + cell.given.trim().length
  const [read] = unit ? findQuantities(`共${cell.text}${unit}。`).quantities : []
  if (unit && !read) return undefined
  const decimals = /\.(\d+)/.exec(cell.text)?.[1]?.length ?? 0
  return {
    start,
    end,
    text: cell.text,
    low: read?.low ?? cell.value!,
    high: read?.high ?? cell.value!,
    unit: read?.unit ?? '',
    kind: read?.kind ?? 'count',
    hedge: 'exact',
    subject,
    slack: read?.slack ?? (decimals > 0 ? 0.5 * 10 ** -decimals : 0),
    unitEnd: end,
  }
}

const quantitiesOf = (grid: Grid): Quantity[] => {
  const [head, ...rows] = grid
  // Without a row of headings nothing says what the figures count.
  if (!head || rows.length === 0 || head.some((cell) => cell?.value !== undefined)) return []
  const headings = Array.from(head, headingOf)
  return rows.flatMap((row) => {
    const label = row?.find((cell) => cell && cell.value === undefined && cell.text !== '')?.text ?? ''
    return (row ?? []).flatMap((cell, column) => {
      const heading = headings[column]
      if (cell?.value === undefined || !heading?.name || names.test(heading.name)) return []
      return quantityOf(cell, heading.unit, `${label}${heading.name}`) ?? []
    })
  })
}

/** The figures of tables whose headings say what they count. Offsets are those of the given text. */
export const tableQuantities = (text: string, paragraphs: Paragraph[]): Quantity[] =>
  gridsOf(text, paragraphs).flatMap(quantitiesOf)
