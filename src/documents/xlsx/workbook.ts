/** A spreadsheet as people see it, whatever file it came from. Rows and columns count from 1, as on screen. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv'
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Only rows that hold something, in order. */
  readonly rows: readonly Row[]
  readonly merges: readonly Range[]
  readonly validations: readonly Validation[]
  readonly columns: readonly Column[]
  /** Only cells left unlocked can be changed in Excel. */
  readonly isProtected?: true
}

export interface Row {
  readonly number: number
  readonly hidden: boolean
  /** Only cells that hold something, in order. */
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly row: number
  readonly column: number
  readonly kind: CellKind
  /**
   * As shown: number formats applied, without float noise. Dates always read `2024-03-05`
   * (`2024-03` where the format has no day), with ` 08:30` or ` 08:30:15` if there is a time.
   */
  readonly text: string
  /** Dates as the same text, errors as `#N/A`, null where empty. */
  readonly value: string | number | boolean | null
  readonly formula?: string
  /** The number has more digits than a spreadsheet keeps: those after the 15th have become zeros. */
  readonly rounded?: true
  /** Number format code, `General` left out. */
  readonly format?: string
}

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

/** A rectangle, both corners included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A drop-down list on some cells, wherever its values are kept. */
export interface Validation {
  readonly ranges: readonly Range[]
  readonly values: readonly string[]
}

export interface Column {
  readonly column: number
  /** In characters. */
  readonly width?: number
  readonly hidden?: boolean
  /** Number format given to the column or to its empty cells, from the last such row of the top hundred. */
  readonly format?: string
}
