export type FindingKind =
  | 'sum-mismatch'
  | 'share-mismatch'
  | 'change-mismatch'
  | 'product-mismatch'
  | 'average-mismatch'
  | 'ratio-mismatch'
  | 'repeat-conflict'
  | 'impossible-date'
  | 'date-contradiction'
  | 'placeholder'
  | 'garbled-text'
  | 'broken-off'
  | 'duplicate-passage'
  | 'number-style'
  | 'structure'

/** `error`: the text cannot be right. `warning`: a person should look. `note`: form. */
export type Severity = 'error' | 'warning' | 'note'

export interface Span {
  start: number
  end: number
}

/** Something to look at. Offsets are UTF-16 positions. */
export interface Finding extends Span {
  kind: FindingKind
  severity: Severity
  /** A Chinese sentence with the arithmetic or the reason. */
  message: string
  related: Span[]
}
