/** Something wrong with a row, at the cell that shows it. */
export interface Fault {
  readonly row: number
  /** Column letters; empty where the file has no such column. */
  readonly column: string
  readonly header: string
  readonly text: string
  readonly message: string
  readonly suggestion: string | null
}
