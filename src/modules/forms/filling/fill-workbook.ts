import { type FillValue, type FormPlan, fillForm, type SheetPlan } from '../../../documents/form/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import type { SheetAnswer } from '../settled.ts'
import { fillStatistics } from '../statistics/fill-statistics.ts'
import type { FilledPlace, MissingCount } from '../storage/fill-row.ts'
import { type FilledSheet, fillSheet, type Keep } from './fill-sheet.ts'
import { type FillOrder, openSheet, textOf } from './sheet-filler.ts'

/** A form filled in all its sheets. */
export interface FilledWorkbook {
  bytes: Uint8Array
  rows: number
  cells: number
  columns: FilledPlace[]
  missing: MissingCount[]
}

type Order = FillOrder & { readonly areas: AreaTree }

const fillTable = async (
  order: Order,
  sheet: SheetPlan,
  answer: SheetAnswer | undefined,
  keep: Keep,
): Promise<FilledSheet> => {
  const table = sheet.crossTable!
  const cells = await fillStatistics(order, sheet, table, answer?.metric)
  const content: Record<string, FillValue> = {}
  for (const { cell, value } of cells) if (value !== undefined && value !== null) content[cell] = value
  await keep(sheet.name, [{ row: 0, texts: cells.map(({ value }) => textOf(value)), records: {} }])
  return {
    content: { cells: content },
    rows: 0,
    cells: Object.keys(content).length,
    missing: [],
    places: cells.map(({ cell, labels, figure, reason }) => ({
      sheet: sheet.name,
      place: cell,
      header: labels,
      key: null,
      isCell: true,
      block: 0,
      ...(figure ? { figure } : {}),
      ...(reason === '' ? {} : { reason }),
    })),
  }
}

/** Fills every sheet of a form whose rows are chosen or whose numbers come from metrics. Throws `file.unreadable`. */
export const fillWorkbook = async (
  order: Order,
  plan: FormPlan,
  answers: Readonly<Record<string, SheetAnswer>>,
  blank: Uint8Array,
  keep: Keep,
  report: (done: number, total: number) => Promise<void>,
): Promise<FilledWorkbook> => {
  const filled: FilledWorkbook = { bytes: blank, rows: 0, cells: 0, columns: [], missing: [] }
  for (const sheet of plan.sheets) {
    const filling = openSheet(order, sheet, answers[sheet.name])
    if (!filling && !sheet.crossTable) continue
    const one = filling
      ? await fillSheet(filling, keep, report)
      : await fillTable(order, sheet, answers[sheet.name], keep)
    const result = fillForm(filled.bytes, sheet, one.content)
    if (!result.ok) throw new Problem('file.unreadable', result.message)
    filled.bytes = result.value
    filled.rows += one.rows
    filled.cells += one.cells
    filled.columns.push(...one.places)
    filled.missing.push(...one.missing)
  }
  return filled
}
