/** How a column is shown. Texts stay texts, so identifiers keep every digit. */
export type TableFormat =
  | 'text'
  | 'longText'
  | 'date'
  | 'month'
  | 'dateTime'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'

export interface TableColumn {
  /** From the top row down; columns with the same first words share merged cells. */
  readonly header: string | readonly string[]
  readonly format?: TableFormat
  /** In characters of half width; measured from the content where absent. */
  readonly width?: number
}

/** Dates are `2024-03-05`, months `2024-03`, times `2024-03-05 08:30`; percentages are 12.5 for 12.5 %. */
export type TableValue = string | number | boolean | null

export interface Table {
  readonly sheet?: string
  readonly title?: string
  /** Lines between title and header: scope, cut-off, who made it. */
  readonly subtitles?: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rows: Iterable<readonly TableValue[]>
  /** Lines below the rows, such as what the figures mean or whom the copy was made for. */
  readonly notes?: readonly string[]
  /** Kept on a hidden sheet `来源`: what the table was made from. */
  readonly provenance?: readonly (readonly [name: string, value: string])[]
}
