import type { SheetPlan } from '../../../documents/form/index.ts'
import { columnLetters, type Workbook } from '../../../documents/xlsx/index.ts'
import { type FillOrder, openSheet, type SheetFilling } from '../filling/sheet-filler.ts'
import { type FilledPlace, type FillRow, readParts, type SentRow } from '../storage/fill-row.ts'
import type { RequestRow } from '../storage/request-row.ts'
import { compareRows, type FoundDifference, type Pair } from './compare-rows.ts'
import { comparedColumn, rowKeys } from './compared-column.ts'
import { withHeld } from './held-rows.ts'
import { pairRows } from './pair-rows.ts'
import { type ReturnedSheet, readReturnedSheet } from './read-returned.ts'
import type { StoredDifference } from './stored-difference.ts'

interface Compared {
  readonly differences: StoredDifference[]
  readonly counts: Record<string, number>
}

/** The places of each block of a table, the first block's order for all. */
const blocksOf = (places: readonly FilledPlace[]): FilledPlace[][] => {
  const blocks: FilledPlace[][] = []
  for (const place of places) blocks[place.block] = [...(blocks[place.block] ?? []), place]
  return blocks
}

const rowWords: Partial<Record<FoundDifference['kind'], string>> = {
  added: '发出的表里没有这一行。如果是新的人或物，请先登记，再填表。',
  removed: '发出的这一行没有回来。如果确实不该列，请到台账中移出；这里不作改动。',
  doubled: '这一行和表中另一行是同一个对象，没有采用。请核对后在表中删去多余的一行。',
  gone: '台账里已经没有这条记录，这一行的修改没有采用。',
}

const wordChanges = (found: FoundDifference, places: readonly FilledPlace[]): string => {
  const { known, came } = found
  if (found.kind !== 'gone' || !known || !came) return ''
  const changed = places.filter((_, index) => (known.sent[index] ?? '') !== (came.texts[index] ?? ''))
  return changed.length > 0 ? `其中改过的有：${changed.map(({ header }) => header).join('、')}。` : ''
}

const store = (
  sheet: string,
  places: readonly FilledPlace[],
  found: FoundDifference,
  id: string,
  cellOf: (found: FoundDifference) => string | null,
  stepRecord: (found: FoundDifference) => string | null,
): StoredDifference => {
  const { known, came, column } = found
  const place = column === null ? undefined : places[column]
  const nameAt = places.findIndex(({ key }) => key === 'person.name' || key === 'organisation.name')
  const told = known?.sent ?? came?.texts ?? []
  const text = (texts: readonly string[] | null | undefined) =>
    column === null ? '' : (texts?.[column] ?? '')
  return {
    id,
    kind: found.kind,
    sheet,
    row: came?.row ?? null,
    cell: cellOf(found),
    header: place?.header ?? '整行',
    name: (nameAt < 0 ? told.find((one) => one !== '') : told[nameAt]) ?? '',
    sent: text(known?.sent),
    held: text(known?.held),
    came: text(came?.texts),
    message: found.message || `${rowWords[found.kind] ?? ''}${wordChanges(found, places)}`,
    definition: place?.definition ?? null,
    record: stepRecord(found),
    field: place?.field ?? null,
  }
}

/** Records behind the cells of a sent row, by step. */
type Records = ReadonlyMap<string, SentRow['records']>

const compareTable = async (
  order: FillOrder,
  filling: SheetFilling,
  places: readonly FilledPlace[],
  sent: readonly SentRow[],
  returned: ReturnedSheet,
  name: (index: number) => string,
): Promise<Compared> => {
  const columns = places.map((place) => comparedColumn(order.repository, place))
  const known = await withHeld(filling, places, sent, false, order)
  const rows = known.map((one, index) => ({ row: sent[index]!.row, known: one }))
  const pairs = pairRows(rows, returned.rows, rowKeys(places), (index, text) => columns[index]!.canon(text))
  const { differences, counts } = compareRows(columns, pairs)
  const records: Records = new Map(sent.map((one) => [one.records.e?.[0] ?? '', one.records]))
  const recordOf = ({ known: row, column }: FoundDifference): string | null => {
    const step = column === null ? 'e' : places[column]?.step
    return (row && step && records.get(row.record)?.[step]?.[0]) || null
  }
  const cellOf = ({ came, column }: FoundDifference): string | null => {
    const at = column === null ? undefined : returned.columnOf.get(places[column]!.place)
    return at === undefined || !came ? null : `${columnLetters(at)}${came.row}`
  }
  return {
    counts,
    differences: differences.map((found, index) =>
      store(filling.sheet.name, places, found, name(index), cellOf, recordOf),
    ),
  }
}

const compareCells = async (
  order: FillOrder,
  filling: SheetFilling,
  places: readonly FilledPlace[],
  sent: SentRow,
  returned: ReturnedSheet,
  name: (index: number) => string,
): Promise<Compared> => {
  const columns = places.map((place) => comparedColumn(order.repository, place))
  const known = (await withHeld(filling, places, [sent], true, order))[0]!
  const pairs: Pair[] = [{ known, came: { row: 1, texts: returned.cells } }]
  const { differences, counts } = compareRows(columns, pairs)
  return {
    counts,
    differences: differences.map((found, index) =>
      store(
        filling.sheet.name,
        places,
        found,
        name(index),
        ({ column }) => (column === null ? null : places[column]!.place),
        ({ column }) => {
          const step = column === null ? 'e' : places[column]?.step
          return (step && sent.records[step]?.[0]) || null
        },
      ),
    ),
  }
}

const compareSheet = async (
  order: FillOrder,
  fill: FillRow,
  plan: SheetPlan,
  filling: SheetFilling,
  workbook: Workbook,
  name: (index: number) => string,
): Promise<Compared[]> => {
  const places = fill.columns.filter(({ sheet }) => sheet === plan.name)
  const single = places.filter(({ isCell }) => isCell)
  const blocks = blocksOf(places.filter(({ isCell }) => !isCell))
  const returned = readReturnedSheet(workbook, plan, blocks, single)
  const sent: SentRow[] = []
  for await (const part of readParts(order.repository, fill.id, { sheet: plan.name })) sent.push(...part.rows)
  const cells = sent.find(({ row }) => row === 0)
  const found: Compared[] = []
  const table = sent.filter(({ row }) => row > 0)
  if (blocks[0] && table.length > 0)
    found.push(await compareTable(order, filling, blocks[0], table, returned, name))
  if (cells)
    found.push(await compareCells(order, filling, single, cells, returned, (index) => name(index + 1e7)))
  return found
}

/** Compares a form that came back with a fill and with what is held today. */
export const compareReturned = async (
  order: FillOrder,
  request: RequestRow,
  fill: FillRow,
  workbook: Workbook,
): Promise<Compared> => {
  const all: Compared = { differences: [], counts: {} }
  for (const [number, plan] of request.plan.sheets.entries()) {
    const filling = openSheet(order, plan, request.answers[plan.name])
    if (!filling || !fill.columns.some(({ sheet }) => sheet === plan.name)) continue
    const name = (index: number) => `${number}-${index}`
    for (const one of await compareSheet(order, fill, plan, filling, workbook, name)) {
      all.differences.push(...one.differences)
      for (const [kind, count] of Object.entries(one.counts))
        all.counts[kind] = (all.counts[kind] ?? 0) + count
    }
  }
  return all
}
