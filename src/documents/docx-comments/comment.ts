/** A remark on a stretch of a document's text; offsets are those of `readDocx`. */
export interface Comment {
  readonly start: number
  readonly end: number
  /** Its paragraphs are parted by line breaks. */
  readonly text: string
}

/** Who remarks, and when. */
export interface CommentAuthor {
  readonly name: string
  /** A few letters that Word shows before the number. */
  readonly initials: string
  /** ISO instant. */
  readonly at: string
}
