import type { Sheet, Workbook } from '../xlsx/index.ts'
import { understandForm } from './understand-form.ts'

/** What a spreadsheet is by what stands in it; `rows` are those below the header that say something. */
export type SheetContent =
  | { readonly is: 'blank' }
  | { readonly is: 'filled'; readonly rows: number }
  /** It carries the hidden list of sources that we add to a filled form. */
  | { readonly is: 'returned' }

/** A maker's samples are few; more rows are somebody's data. */
const MOST_SAMPLES = 3

/** Tells a blank form from a table with data and from a form that we filled; null where there is no header. */
export const recogniseContent = (workbook: Workbook): SheetContent | null => {
  if (workbook.sheets.some(({ name, hidden }) => hidden && name.startsWith('填报来源')))
    return { is: 'returned' }
  let known = false
  let rows = 0
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue
    const [plan] = understandForm(sheet).sheets
    if (!plan || plan.shape === 'none') continue
    known = true
    if (plan.dataRows && !plan.crossTable) rows += saying(sheet, plan.dataRows)
  }
  if (!known) return null
  return rows > MOST_SAMPLES ? { is: 'filled', rows } : { is: 'blank' }
}

/** Rows with more than a number printed in advance. */
const saying = (sheet: Sheet, { first, last }: { first: number; last: number | null }): number =>
  sheet.rows.filter(
    ({ number, cells }) =>
      number >= first &&
      (last === null || number <= last) &&
      cells.filter(({ text, formula }) => formula === undefined && text.trim() !== '').length >= 2,
  ).length
