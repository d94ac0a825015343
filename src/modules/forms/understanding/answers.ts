import type { CellPlan, ColumnPlan, Match, SheetPlan } from '../../../documents/form/index.ts'
import type { SheetAnswer } from '../settled.ts'

/** A column or labelled cell as it is to be filled. */
export interface FormPlace extends Match {
  readonly place: string
  readonly header: string
  readonly options?: readonly string[]
  readonly format?: string
  readonly samples?: readonly string[]
  readonly unit?: string
  readonly by: 'machine' | 'memory' | 'person'
  /** Not settled yet: several meanings, or none that is known. */
  readonly open: boolean
}

const settle = (plan: ColumnPlan | CellPlan, place: string, answer: SheetAnswer | undefined): FormPlace => {
  const settled = answer?.fields[place]
  const base = { ...plan, place, by: 'machine' as const }
  if (settled === undefined) {
    const unclear = plan.status === 'ambiguous' || plan.status === 'unknown'
    // The best guess is no answer: what is not `mapped` stays empty until somebody says so.
    return { ...base, key: plan.status === 'mapped' ? plan.key : null, open: unclear && !answer?.confirmed }
  }
  const { part, reason, ...rest } = base
  const kept = settled.key === plan.key && part !== undefined ? { part } : {}
  if (settled.key === null)
    return {
      ...rest,
      key: null,
      by: settled.by,
      open: false,
      status: plan.status === 'not-held' ? 'not-held' : 'manual',
      ...(reason === undefined ? {} : { reason }),
    }
  return { ...rest, ...kept, key: settled.key, by: settled.by, open: false, status: 'mapped' }
}

/** Columns of a sheet, in order, with what is settled about each. */
export const columnsOf = (sheet: SheetPlan, answer: SheetAnswer | undefined): FormPlace[] =>
  sheet.columns.map((column) => settle(column, column.column, answer))

/** Labelled cells of a vertical form. */
export const cellsOf = (sheet: SheetPlan, answer: SheetAnswer | undefined): FormPlace[] =>
  sheet.cells.map((cell) => settle(cell, cell.value, answer))

/** Everything in which a value can go. */
export const placesOf = (sheet: SheetPlan, answer: SheetAnswer | undefined): FormPlace[] => [
  ...columnsOf(sheet, answer),
  ...cellsOf(sheet, answer),
]
