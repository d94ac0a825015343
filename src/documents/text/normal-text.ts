/** Text in the form that the readers of numbers expect, with the way back. */
export interface NormalText {
  text: string
  /** Where the character at `index` of `text` stands in the text as given; `text.length` gives its end. */
  origin(index: number): number
}

/** The span of the given text which `start`–`end` of the normal text came from. */
export const originSpan = (
  normal: NormalText,
  start: number,
  end: number,
): { start: number; end: number } => ({
  start: normal.origin(start),
  end: end > start ? normal.origin(end - 1) + 1 : normal.origin(start),
})
