import type { FillValue, FormContent } from '../../../documents/form/index.ts'
import type { FilledPlace, MissingCount, SentRow } from '../storage/fill-row.ts'
import { countFormRows, listFormRows } from '../storage/form-rows.ts'
import type { FilledRow, SheetFilling, SourcedPlace } from './sheet-filler.ts'

/** Rows are read, filled and sealed so many at a time. */
const pageSize = 1000

/** What the filling of one sheet came to. */
export interface FilledSheet {
  readonly content: FormContent
  readonly rows: number
  /** Cells in which the machine wrote something, serial numbers apart. */
  readonly cells: number
  readonly missing: MissingCount[]
  readonly places: FilledPlace[]
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

/** Puts records into rows of the form: one each, or as many as there are blocks. */
const layRows = (filling: SheetFilling) => {
  const blocks = besides(filling)
  const rows: (FillValue | undefined)[][] = []
  let count = 0
  return {
    rows,
    /** Where a record stands: row from 0 and block. */
    place(values: readonly (FillValue | undefined)[]): { row: number; block: number } {
      const at = { row: Math.floor(count / blocks), block: count % blocks }
      count += 1
      if (blocks === 1) rows.push([...values])
      else {
        const row = rows[at.row] ?? values.map(() => undefined)
        filling.sheet.columns.forEach(({ block }, index) => {
          if (block === at.block) row[index] = values[index]
        })
        rows[at.row] = row
      }
      return at
    },
  }
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
  const filled = filling.fill(filling.cells, row, 1)
  counts.take(filled)
  filling.cells.forEach(({ place }, index) => {
    const value = filled.values[index]
    if (value !== undefined && value !== null) cells[place.place] = value
  })
  await keep(filling.sheet.name, [{ row: 0, texts: filled.texts, records: filled.records }])
  return { cells, counts }
}

/** Reads the rows of a sheet page by page, keeps what is sent, and answers what goes into the file. */
export const fillSheet = async (
  filling: SheetFilling,
  keep: Keep,
  report: (done: number, total: number) => Promise<void>,
): Promise<FilledSheet> => {
  const { query, sheet } = filling
  const first = sheet.dataRows?.first ?? 1
  const isTable = sheet.shape === 'table' && sheet.columns.length > 0
  const total = isTable ? (await countFormRows(query, [])).total : 1
  const counts = tally(filling.columns)
  const laid = layRows(filling)
  let done = 0
  let after: { area: string; id: string } | undefined
  while (isTable) {
    const page = await listFormRows(query, { after, limit: pageSize })
    const sent: SentRow[] = page.map((row) => {
      const filled = filling.fill(filling.columns, row, done + 1)
      counts.take(filled)
      const at = laid.place(filled.values)
      done += 1
      return { row: first + at.row, texts: filled.texts, records: filled.records }
    })
    if (sent.length > 0) await keep(sheet.name, sent)
    await report(done, total)
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    after = { area: last.e.area, id: last.e.id }
  }
  const single = await fillCells(filling, keep)
  return {
    content: { ...(isTable ? { rows: laid.rows } : {}), cells: single.cells },
    rows: isTable ? done : Object.keys(single.cells).length > 0 ? 1 : 0,
    cells: counts.cells() + single.counts.cells(),
    missing: [...counts.missing(sheet.name), ...single.counts.missing(sheet.name)],
    places: [
      ...filling.columns.map((column) => filledPlace(filling, column, false)),
      ...filling.cells.map((cell) => filledPlace(filling, cell, true)),
    ],
  }
}
