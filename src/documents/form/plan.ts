import type { Match } from './match.ts'

/** What a blank spreadsheet asks for, and where. Rows count from 1. */
export interface FormPlan {
  readonly sheets: readonly SheetPlan[]
}

export interface SheetPlan {
  readonly name: string
  /** `table`: a header with rows below; `vertical`: labels with their values beside; `mixed`: both. */
  readonly shape: 'table' | 'vertical' | 'mixed' | 'none'
  /** The form's name as printed above it. */
  readonly title: string
  readonly headerRows: readonly [first: number, last: number] | null
  /** Where rows go; `last` is null where nothing below ends them. */
  readonly dataRows: { readonly first: number; readonly last: number | null } | null
  readonly columns: readonly ColumnPlan[]
  /** Fields of a vertical form. */
  readonly cells: readonly CellPlan[]
  /** Rows of 合计 and 小计. */
  readonly totals: readonly number[]
  /** Rows of notes below the table. */
  readonly notes: readonly number[]
  readonly rowSet: RowSet
}

export interface ColumnPlan extends Match {
  /** Letters, as on screen. */
  readonly column: string
  /** As printed, rows joined by `/`. */
  readonly header: string
  /** Which of several blocks side by side it belongs to, from 0. */
  readonly block: number
  /** Wording that the form's drop-down list allows. */
  readonly options?: readonly string[]
  /** Number format of the cells to be filled. */
  readonly format?: string
}

export interface CellPlan extends Match {
  /** Address of the label, such as `B3`. */
  readonly label: string
  /** Address of the cell to be filled. */
  readonly value: string
  readonly header: string
  readonly options?: readonly string[]
}

/** Whom or what the rows are about, as the title says; a proposal for a person to confirm. */
export interface RowSet {
  readonly entity: string
  readonly conditions: readonly RowCondition[]
}

export interface RowCondition {
  /** The words that say so. */
  readonly words: string
  readonly key: string
  readonly is: 'at-least' | 'below' | 'one-of'
  readonly value: number | readonly string[]
}
