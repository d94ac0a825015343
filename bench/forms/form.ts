/** A form with the right key for each header; null where it is rightly left alone. */
export interface LabelledForm {
  readonly id: string
  readonly title: string
  /** The header as it stands, row by row with `''` in empty cells; null for vertical forms. */
  readonly headerRows: readonly (readonly string[])[] | null
  readonly columns: readonly { readonly header: string; readonly key: string | null }[]
}
