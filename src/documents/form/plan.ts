import type { Match } from './match.ts'
import type { RowGroup } from './row-groups.ts'

/** What a blank spreadsheet asks for, and where. Rows count from 1. */
export interface FormPlan {
  readonly sheets: readonly SheetPlan[]
}

export interface SheetPlan {
  readonly name: string
  /** `table`: a header with rows below; `vertical`: labels with their values beside; `mixed`: both. */
  readonly shape: 'table' | 'vertical' | 'mixed' | 'none'
  /** Why nothing was found where `shape` is `none`, as a sentence for the person. */
  readonly message?: string
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
  /** Groups of rows with a 小计 each, one after the other from the first row to be filled; absent where there is none. */
  readonly groups?: readonly RowGroup[]
  /** What the rows and columns of a statistical table are; absent where the sheet lists things. */
  readonly crossTable?: CrossTable
  /** The sheet is protected: only cells that its maker left unlocked can be filled. */
  readonly isProtected?: true
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
  /** What rows already written below the header show, at most ten. */
  readonly samples?: readonly string[]
  /** Unit that the header names: 万元, ㎡. */
  readonly unit?: string
}

export interface CellPlan extends Match {
  /** Address of the label, such as `B3`. */
  readonly label: string
  /** Address of the cell to be filled. */
  readonly value: string
  readonly header: string
  readonly options?: readonly string[]
  readonly format?: string
  /** What is printed in the cell for the pen: `□男 □女`, `年 月 日`. */
  readonly samples?: readonly string[]
  readonly unit?: string
}

/**
 * A statistical table: every cell is the number that its row and its column together ask for. Labels stand from
 * the outermost group inwards, `['残疾类别', '肢体']`.
 */
export interface CrossTable {
  readonly rows: readonly CrossLine[]
  readonly columns: readonly CrossLine[]
  readonly cells: readonly CrossCell[]
  /** Unit for the whole table, from its title or 单位:人. */
  readonly unit?: string
}

export interface CrossLine {
  /** Row number, or column counted from 1. */
  readonly at: number
  readonly labels: readonly string[]
  /** 合计, 小计, 其中 …: the sum of the lines named by `of`, counted from 0 in the same list. */
  readonly total?: { readonly of: readonly number[] }
  readonly unit?: string
}

export interface CrossCell {
  /** Address, such as `C5`. */
  readonly cell: string
  /** Positions in `rows` and `columns`, from 0. */
  readonly row: number
  readonly column: number
  readonly unit?: string
  /** The form computes it by itself. */
  readonly hasFormula: boolean
}

/** What one row of a form stands for. */
export type RowKind =
  | 'person'
  | 'household'
  | 'organisation'
  | 'place'
  | 'dwelling'
  | 'rental'
  | 'building'
  | 'component'
  | 'matter'
  | 'activity'
  | 'archive'
  | 'area'
  | 'statistics'

/** Whom or what the rows are about, as title and headers say; a proposal for a person to confirm. */
export interface RowSet {
  readonly entity: string
  /** What each row is. */
  readonly rows: RowKind
  /** Entities of the ledgers that the title speaks of, such as `disability`; the first is the likeliest. */
  readonly ledgers: readonly string[]
  /** All of them hold. */
  readonly conditions: readonly RowCondition[]
}

/** One condition, with the words that say so. */
export type RowCondition = { readonly words: string; readonly key: string } & (
  | { readonly is: 'at-least' | 'below'; readonly value: number }
  /** Titles of the element's code list. */
  | { readonly is: 'one-of' | 'none-of'; readonly value: readonly string[] }
  | { readonly is: 'flag'; readonly value: boolean }
)
