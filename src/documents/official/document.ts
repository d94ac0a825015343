/** A piece of text; where it is a figure, the figure's id in the manifest. */
export interface OfficialSpan {
  text: string
  figure: string | null
}

/**
 * A block of an official document. Headings carry their number in the text (一、 · （一） · 1.), so that screen
 * and paper say the same. Table rows that follow each other make one table, the first row its header; a row's
 * text stands in `cells`. Signature blocks that follow each other make one signature: who signs, then the date.
 */
export interface OfficialBlock {
  kind: 'title' | 'subtitle' | 'heading1' | 'heading2' | 'heading3' | 'paragraph' | 'tableRow' | 'signature'
  spans: OfficialSpan[]
  cells?: OfficialSpan[][] | undefined
}

export interface OfficialDocument {
  /** Also the title in the file's properties; printed on top where no block is a title. */
  title: string
  subtitle?: string
  /** Who made it, for the file's properties. */
  author?: string
  /** When it was made, ISO 8601, for the file's properties; the same input then gives the same bytes. */
  createdAt?: string
  blocks: OfficialBlock[]
}
