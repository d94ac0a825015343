import { compactText } from '../../../core/plain-text.ts'
import { headsSubtotal, type SheetPlan, understandForm } from '../../../documents/form/index.ts'
import { columnNumber, readAddress, type Sheet, type Workbook } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { FilledPlace } from '../storage/fill-row.ts'
import type { CameRow } from './compare-rows.ts'

const ends =
  /^(合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|注|说明|备注|填表人|制表人|审核人|负责人|单位负责人|填报人)\s*[:：]?/

/** What stands in a sheet that came back, by row and column; cells joined downwards say the same in all rows. */
const textsOf = (sheet: Sheet): Map<number, Map<number, string>> => {
  const texts = new Map(
    sheet.rows.map((row) => [row.number, new Map(row.cells.map((cell) => [cell.column, cell.text.trim()]))]),
  )
  for (const { top, bottom, left } of sheet.merges) {
    const text = texts.get(top)?.get(left)
    const end = Math.min(bottom, sheet.rows.at(-1)?.number ?? 0)
    for (let row = top + 1; text !== undefined && row <= end; row++) texts.get(row)?.set(left, text)
  }
  return texts
}

const lastWord = (header: string): string => compactText(header.split('/').at(-1) ?? '')

/** Whether the columns stand where they were sent. */
const isInPlace = (texts: Map<number, Map<number, string>>, plan: SheetPlan): boolean => {
  const header = plan.headerRows
  if (!header) return true
  const found = plan.columns.filter(({ column, header: words }) =>
    Array.from({ length: header[1] - header[0] + 1 }, (_, index) => header[1] - index).some(
      (row) => compactText(texts.get(row)?.get(columnNumber(column)) ?? '') === lastWord(words),
    ),
  )
  return found.length === plan.columns.length
}

/** Where the places of the form stand now; columns may have been moved. Throws `form.foreign`. */
const locate = (sheet: Sheet, plan: SheetPlan, texts: Map<number, Map<number, string>>) => {
  const asSent = new Map(plan.columns.map(({ column }) => [column, columnNumber(column)]))
  if (isInPlace(texts, plan)) return { columns: asSent, first: plan.dataRows?.first ?? 1 }
  const now = understandForm(sheet).sheets[0]
  const left = [...(now?.columns ?? [])]
  const columns = new Map<string, number>()
  const lost: string[] = []
  for (const { column, header } of plan.columns) {
    const at = left.findIndex((one) => compactText(one.header) === compactText(header))
    if (at < 0) lost.push(header)
    else columns.set(column, columnNumber(left.splice(at, 1)[0]!.column))
  }
  if (!now?.dataRows || lost.length > 0)
    throw new Problem(
      'form.foreign',
      `工作表“${plan.name}”的表头和发出的表不一样，找不到${lost.length > 0 ? lost.map((header) => `“${header}”`).join('、') : '表头'}。请恢复原来的列名后重新上传。`,
      { places: [{ sheet: plan.name, message: '表头和发出的表不一样' }] },
    )
  return { columns, first: now.dataRows.first }
}

/** One sheet as it came back: rows with texts in the order of `places`, and the cells of a vertical form. */
export interface ReturnedSheet {
  readonly rows: readonly CameRow[]
  readonly cells: readonly string[]
  /** Letters of a place now, for naming the cell. */
  readonly columnOf: ReadonlyMap<string, number>
}

/** Reads one sheet of a form that came back; `blocks` are the columns that stand side by side, one list each. */
export const readReturnedSheet = (
  workbook: Workbook,
  plan: SheetPlan,
  blocks: readonly (readonly FilledPlace[])[],
  cells: readonly FilledPlace[],
): ReturnedSheet => {
  const sheet = workbook.sheets.find(({ name }) => name === plan.name)
  if (!sheet)
    throw new Problem(
      'form.foreign',
      `回收的文件里没有工作表“${plan.name}”，不像是发出的那份表。请核对后重新上传。`,
      { places: [{ sheet: plan.name, message: '没有这个工作表' }] },
    )
  const texts = textsOf(sheet)
  const { columns, first } = locate(sheet, plan, texts)
  const rows: CameRow[] = []
  for (const { number, cells: all } of blocks.length > 0 && blocks[0]!.length > 0 ? sheet.rows : []) {
    if (number < first) continue
    // Between groups; at the end of the list other totals follow.
    if (plan.groups && all.slice(0, 3).some(({ text }) => headsSubtotal(text))) continue
    if (all.slice(0, 2).some(({ text }) => ends.test(text.trim()))) break
    for (const block of blocks) {
      const row = block.map(({ place }) => texts.get(number)?.get(columns.get(place)!) ?? '')
      const says = block.some(({ key }, index) => key !== 'meta.serialNumber' && row[index] !== '')
      if (says) rows.push({ row: number, texts: row })
    }
  }
  return {
    rows,
    columnOf: columns,
    cells: cells.map(({ place }) => {
      const at = readAddress(place)
      return at ? (texts.get(at.row)?.get(at.column) ?? '') : ''
    }),
  }
}
