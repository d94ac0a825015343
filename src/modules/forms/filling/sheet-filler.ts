import type { Definition } from '../../../core/definition/index.ts'
import type { FillValue, SheetPlan } from '../../../documents/form/index.ts'
import type { Right } from '../../../platform/contract/right.ts'
import { refuseUnmasked } from '../../../platform/server/action/refuse-managed.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SheetAnswer } from '../settled.ts'
import { findSource } from '../source/find-source.ts'
import { checkRowChoice } from '../source/row-choice.ts'
import type { FillContext, JoinedRow, Step } from '../source/source.ts'
import type { RowQuery } from '../storage/form-rows.ts'
import { cellsOf, columnsOf, type FormPlace } from '../understanding/answers.ts'
import { placeFiller, type SourcedPlace } from './place-filler.ts'

/** For whom, where and when a form is filled. */
export interface FillOrder {
  readonly repository: Repository
  readonly area: string
  readonly asOf: string
  readonly unmasked: boolean
}

/** One row as it goes into the form. */
export interface FilledRow {
  readonly values: (FillValue | undefined)[]
  /** As people read them; '' where nothing goes. */
  readonly texts: string[]
  /** The records it was made of. */
  readonly records: Partial<Record<Step, readonly [id: string, version: number]>>
}

/** Everything that is needed to fill one sheet from the ledgers. */
export interface SheetFilling {
  readonly sheet: SheetPlan
  readonly base: Definition
  readonly columns: readonly SourcedPlace[]
  readonly cells: readonly SourcedPlace[]
  readonly query: RowQuery
  /** One row of the table, or the single cells from a row. */
  fill(of: 'columns' | 'cells', row: JoinedRow, serial: number): FilledRow
}

/** As people read it. */
export const textOf = (value: FillValue | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') return value.date
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value)
}

/** Fills one place after the other for a row. */
const rowFiller = (
  { repository, area, asOf, unmasked }: FillOrder,
  base: Definition,
  places: readonly SourcedPlace[],
): ((row: JoinedRow, serial: number) => FilledRow) => {
  const find = (key: string) => findSource(base, repository.catalogue, key)
  const fillers = places.map((place) => placeFiller(place, asOf, unmasked, find))
  return (row, serial) => {
    const context: FillContext = { repository, area, asOf, serial }
    const values = fillers.map((fill) => fill(row, context))
    const records: FilledRow['records'] = {}
    for (const [step, record] of Object.entries(row))
      if (record) records[step as Step] = [record.id, record.version]
    return { values, texts: values.map(textOf), records }
  }
}

/** Sources for the places of a sheet whose rows are of one definition. */
const sourcePlaces = (
  repository: Repository,
  base: Definition,
  places: readonly FormPlace[],
): SourcedPlace[] =>
  places.map((place) => ({
    place,
    source: place.key === null ? undefined : findSource(base, repository.catalogue, place.key),
  }))

/** Prepares the filling of one sheet; undefined where no rows are chosen for it, or its numbers come from metrics. Throws as {@link checkRowChoice} and {@link refuseUnmasked}. */
export const openSheet = (
  order: FillOrder,
  sheet: SheetPlan,
  answer: SheetAnswer | undefined,
): SheetFilling | undefined => {
  const { repository, area, asOf, unmasked } = order
  if (!answer?.rows || sheet.crossTable) return undefined
  const base = checkRowChoice(repository, answer.rows)
  if (unmasked) refuseUnmasked(base)
  const columns = sourcePlaces(repository, base, columnsOf(sheet, answer))
  const cells = sourcePlaces(repository, base, cellsOf(sheet, answer))
  const fillers = { columns: rowFiller(order, base, columns), cells: rowFiller(order, base, cells) }
  const rights: Right[] = ['data.export', ...(unmasked ? (['field.reveal'] as const) : [])]
  const steps = new Set([...columns, ...cells].flatMap(({ source }) => source?.steps ?? []))
  return {
    sheet,
    base,
    columns,
    cells,
    query: { repository, base, rows: answer.rows, area, asOf, rights, steps },
    fill: (of, row, serial) => fillers[of](row, serial),
  }
}
