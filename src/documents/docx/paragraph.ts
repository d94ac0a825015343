/** A paragraph of a document and where its text lies in the whole text. */
export interface Paragraph {
  start: number
  end: number
  kind: 'body' | 'heading' | 'cell' | 'footnote' | 'header' | 'footer'
  /** 1 is the highest; of headings only. */
  level?: number
  /** Table, row and column, counted from 0; of cells only. A merged cell stands in its first column. */
  cell?: { table: number; row: number; column: number; span: number }
}

/** A document as text with its structure. Paragraphs end in a line break, cells too. */
export interface DocumentText {
  text: string
  paragraphs: Paragraph[]
}
