import type { FillValue, FormContent, FormRow } from '../../../documents/form/index.ts'
import type { FilledPlace, MissingCount, SentRow } from '../storage/fill-row.ts'
import { countFormRows, listFormRows } from '../storage/form-rows.ts'
import { streamFormRows } from '../storage/stream-rows.ts'
import { groupRecords, isSummed } from './group-records.ts'
import type { SourcedPlace } from './place-filler.ts'
import type { FilledRow, SheetFilling } from './sheet-filler.ts'

/** Rows are read, filled and sealed about so many at a time. */
const pageSize = 500

/** What the filling of one sheet came to. */
export interface FilledSheet {
  readonly rows: number
  /** Cells in which the machine wrote something, serial numbers apart. */
  readonly cells: number
  readonly missing: MissingCount[]
  readonly places: FilledPlace[]
}

/** A sheet that is filled as its rows are taken. */
export interface SheetStream {
  readonly content: FormContent
  /** For each row taken so far whether something stands in each place, where that was asked for. */
  readonly marks: readonly Uint8Array[]
  /** The row of the form in which a record stands, counted from 0 over all rows. */
  rowOf(index: number): number
  /** What it came to; once all rows are taken. */
  finish(): Promise<FilledSheet>
}

const serialNumber = 'meta.serialNumber'

const filledPlace = (
  { sheet }: SheetFilling,
  { place, source }: SourcedPlace,
  isCell: boolean,
): FilledPlace => {
  const column = isCell ? undefined : sheet.columns.find((one) => one.column === place.place)
  return {
    sheet: sheet.name,
    place: place.place,
    header: place.header,
    key: source ? place.key : null,
    isCell,
    block: column?.block ?? 0,
    ...(source?.held
      ? { step: source.held.step, definition: source.held.definition.name, field: source.held.field.key }
      : {}),
  }
}

/** Adds up what is written and what is missing. */
const tally = (places: readonly SourcedPlace[]) => {
  const missing = places.map(() => 0)
  let cells = 0
  return {
    take({ texts }: FilledRow) {
      texts.forEach((text, index) => {
        if (text !== '' && places[index]!.place.key !== serialNumber) cells += 1
        if (text === '' && places[index]!.source) missing[index]! += 1
      })
    },
    cells: () => cells,
    missing: (sheet: string): MissingCount[] =>
      places.flatMap(({ place }, index) =>
        missing[index]! > 0
          ? [{ sheet, place: place.place, header: place.header, count: missing[index]! }]
          : [],
      ),
  }
}

/** Records that stand side by side in one row of a form with several blocks. */
const besides = (filling: SheetFilling): number =>
  Math.max(0, ...filling.sheet.columns.map(({ block }) => block)) + 1

/** Puts the records of a page into rows of the form: one each, or as many as there are blocks. */
const layRows = ({ sheet }: SheetFilling, blocks: number, records: readonly FilledRow[]): FormRow[] => {
  if (blocks === 1) return records.map(({ values }) => values)
  const rows: (FillValue | undefined)[][] = []
  records.forEach(({ values }, at) => {
    if (at % blocks === 0) rows.push(values.map(() => undefined))
    const row = rows.at(-1)!
    sheet.columns.forEach(({ block }, index) => {
      if (block === at % blocks) row[index] = values[index]
    })
  })
  return rows
}

/** Keeps rows as they are sent. */
export type Keep = (sheet: string, rows: readonly SentRow[]) => Promise<void>

const fillCells = async (
  filling: SheetFilling,
  keep: Keep,
): Promise<{ cells: Record<string, FillValue>; counts: ReturnType<typeof tally> }> => {
  const counts = tally(filling.cells)
  const cells: Record<string, FillValue> = {}
  const [row] = filling.cells.length === 0 ? [] : await listFormRows(filling.query, { limit: 1 })
  if (!row) return { cells, counts }
  const filled = filling.fill('cells', row, 1)
  counts.take(filled)
  filling.cells.forEach(({ place }, index) => {
    const value = filled.values[index]
    if (value !== undefined && value !== null) cells[place.place] = value
  })
  await keep(filling.sheet.name, [{ row: 0, texts: filled.texts, records: filled.records }])
  return { cells, counts }
}

/** Whether something stands in each place. */
const marksOf = (row: FormRow): Uint8Array =>
  Uint8Array.from(row, (value) => (value === undefined || value === null ? 0 : 1))

/**
 * Opens the filling of a sheet: its rows are read, and kept as they are sent, as the form takes them. The
 * repository must be bound to a transaction that is a snapshot; `marked` asks for where something stands.
 */
export const streamSheet = async (
  filling: SheetFilling,
  keep: Keep,
  report: (done: number, total: number) => Promise<void>,
  marked: boolean,
): Promise<SheetStream> => {
  const { query, sheet, columns } = filling
  const nameOf = (path: string) => query.repository.areas.nameOf(path)
  const first = sheet.dataRows?.first ?? 1
  const isTable = sheet.shape === 'table' && columns.length > 0
  const total = isTable ? (await countFormRows(query, [])).total : 0
  const counts = tally(columns)
  const blocks = besides(filling)
  // Whole rows of the form: none is begun in one page and ended in the next.
  const size = Math.ceil(pageSize / blocks) * blocks
  const grouped = isTable && total > 0 ? await groupRecords(filling, nameOf) : null
  const rowOf = (index: number) => grouped?.rows[index] ?? first + index
  const marks: Uint8Array[] = []
  let done = 0
  let kept = Promise.resolve()
  async function* pages(): AsyncGenerator<FormRow[]> {
    const sources = columns.flatMap(({ source }) => source ?? [])
    for await (const page of streamFormRows(query, sources, { count: total, size, order: grouped?.order })) {
      const start = done
      const records = page.map((row) => filling.fill('columns', row, ++done))
      for (const record of records) counts.take(record)
      const sent = records.map(({ texts, records: of }, index): SentRow => {
        return { row: rowOf(Math.floor((start + index) / blocks)), texts, records: of }
      })
      await kept
      // Sealed and stored while the page is written.
      kept = keep(sheet.name, sent)
      kept.catch(() => undefined)
      await report(done, total)
      const rows = layRows(filling, blocks, records)
      if (marked) marks.push(...rows.map(marksOf))
      yield rows
    }
  }
  const single = await fillCells(filling, keep)
  return {
    content: {
      ...(isTable ? { rows: { count: Math.ceil(total / blocks), pages: pages() } } : {}),
      ...(grouped ? { groups: grouped.groups } : {}),
      summed: columns.map((column) => isSummed(filling, column)),
      cells: single.cells,
    },
    marks,
    rowOf,
    async finish() {
      await kept
      return {
        rows: isTable ? done : Object.keys(single.cells).length > 0 ? 1 : 0,
        cells: counts.cells() + single.counts.cells(),
        missing: [...counts.missing(sheet.name), ...single.counts.missing(sheet.name)],
        places: [
          ...columns.map((column) => filledPlace(filling, column, false)),
          ...filling.cells.map((cell) => filledPlace(filling, cell, true)),
        ],
      }
    },
  }
}
