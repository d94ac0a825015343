import {
  type CellSource,
  type FillValue,
  type FormPlan,
  fillForm,
  type SheetPlan,
} from '../../../documents/form/index.ts'
import { convertedNotice, rebuildXls, rebuiltNotice } from '../../../documents/xlsx/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { convertWithOffice } from '../../../platform/server/files/convert-with-office.ts'
import type { AreaTree } from '../../../platform/server/permission/area-tree.ts'
import type { SheetAnswer } from '../settled.ts'
import { fillStatistics } from '../statistics/fill-statistics.ts'
import type { FilledPlace, MissingCount } from '../storage/fill-row.ts'
import { type FilledSheet, type Keep, type SheetStream, streamSheet } from './fill-sheet.ts'
import type { SourcedPlace } from './place-filler.ts'
import { type FillOrder, openSheet, type SheetFilling, textOf } from './sheet-filler.ts'

/** A form filled in all its sheets. */
export interface FilledWorkbook {
  bytes: Uint8Array
  rows: number
  cells: number
  columns: FilledPlace[]
  missing: MissingCount[]
  /** What a person has to know about the file: made anew from .xls, locked cells. */
  notes: string[]
}

type Order = FillOrder & {
  readonly areas: AreaTree
  /** Adds a hidden sheet with the source of each cell. */
  readonly sources: boolean
}

/** An .xlsx as it is; an .xls as LibreOffice saves it where it is installed, else made anew. Throws `file.unreadable`. */
const asPackage = async (bytes: Uint8Array): Promise<{ bytes: Uint8Array; notes: string[] }> => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { bytes, notes: [] }
  const rebuilt = await rebuildXls(bytes)
  const converted = rebuilt.ok ? await convertWithOffice(bytes) : null
  if (converted) return { bytes: converted, notes: [convertedNotice] }
  if (rebuilt.ok) return { bytes: rebuilt.value, notes: [rebuiltNotice] }
  throw new Problem(
    'file.unreadable',
    '这种文件可以看懂，但不能填写：请用 Excel 或 WPS 另存为 .xlsx 后重新上传。',
  )
}

/** The source of each cell that was filled, as the hidden sheet words it. */
function* sourcesOf(
  filling: SheetFilling,
  { content, marks, rowOf }: SheetStream,
  asOf: string,
): Generator<CellSource> {
  const word = ({ source }: SourcedPlace) => `${source!.from}，${asOf}`
  for (const [at, marked] of marks.entries())
    for (const [index, column] of filling.columns.entries())
      if (column.source && marked[index] === 1)
        yield { cell: `${column.place.place}${rowOf(at)}`, source: word(column) }
  for (const cell of filling.cells)
    if (cell.source && content.cells?.[cell.place.place] !== undefined)
      yield { cell: cell.place.place, source: word(cell) }
}

const figureSources = (places: readonly FilledPlace[]): CellSource[] =>
  places.flatMap(({ place, figure }) =>
    figure
      ? [{ cell: place, source: `${figure.title}（${figure.metric}），${figure.area}，${figure.asOf}` }]
      : [],
  )

/** A sheet as the form takes it: its content, and what it came to afterwards. */
type FilledTable = Pick<SheetStream, 'content' | 'finish'>

const fillRows = async (
  order: Order,
  filling: SheetFilling,
  keep: Keep,
  report: (done: number, total: number) => Promise<void>,
): Promise<FilledTable> => {
  const stream = await streamSheet(filling, keep, report, order.sources)
  if (!order.sources) return stream
  // Read only when all rows are written.
  const sources = sourcesOf(filling, stream, order.asOf)
  return { ...stream, content: { ...stream.content, sources } }
}

const fillTable = async (
  order: Order,
  sheet: SheetPlan,
  answer: SheetAnswer | undefined,
  keep: Keep,
): Promise<FilledTable> => {
  const table = sheet.crossTable!
  const cells = await fillStatistics(order, sheet, table, answer?.metric)
  const content: Record<string, FillValue> = {}
  for (const { cell, value } of cells) if (value !== undefined && value !== null) content[cell] = value
  await keep(sheet.name, [{ row: 0, texts: cells.map(({ value }) => textOf(value)), records: {} }])
  const told: FilledSheet = {
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
  return {
    content: { cells: content, ...(order.sources ? { sources: figureSources(told.places) } : {}) },
    finish: async () => told,
  }
}

/**
 * Fills every sheet of a form whose rows are chosen or whose numbers come from metrics. The order's repository must
 * be bound to a transaction that is a snapshot: rows are counted first and streamed then. Throws `file.unreadable`.
 */
export const fillWorkbook = async (
  order: Order,
  plan: FormPlan,
  answers: Readonly<Record<string, SheetAnswer>>,
  blank: Uint8Array,
  keep: Keep,
  report: (done: number, total: number) => Promise<void>,
): Promise<FilledWorkbook> => {
  const filled: FilledWorkbook = { ...(await asPackage(blank)), rows: 0, cells: 0, columns: [], missing: [] }
  for (const sheet of plan.sheets) {
    const filling = openSheet(order, sheet, answers[sheet.name])
    if (!filling && !sheet.crossTable) continue
    const { content, finish } = filling
      ? await fillRows(order, filling, keep, report)
      : await fillTable(order, sheet, answers[sheet.name], keep)
    const result = await fillForm(filled.bytes, sheet, {
      ...content,
      onLocked(cells) {
        filled.notes.push(
          `工作表“${sheet.name}”受保护，${cells.length} 格被锁定，没有填：${cells.slice(0, 10).join('、')}${cells.length > 10 ? '等' : ''}。`,
        )
      },
    })
    if (!result.ok) throw new Problem('file.unreadable', result.message)
    const one = await finish()
    filled.bytes = result.value
    filled.rows += one.rows
    filled.cells += one.cells
    filled.columns.push(...one.places)
    filled.missing.push(...one.missing)
  }
  return filled
}
