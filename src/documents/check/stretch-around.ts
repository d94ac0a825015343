/** Marks that end a sentence. */
export const sentenceEnd = /[。!?\n]/
/** Marks that end a sentence or one of its independent clauses. */
export const clauseEnd = /[。!?\n;]/

/** The stretch of a text around a place that none of the marks parts, at most so many characters to either side. */
export const stretchAround = (
  text: string,
  at: number,
  marks: RegExp,
  { before = at, after = text.length } = {},
): [from: number, to: number] => {
  const first = Math.max(0, at - before)
  const last = Math.min(text.length, at + after)
  let from = at
  while (from > first && !marks.test(text[from - 1]!)) from--
  let to = at
  while (to < last && !marks.test(text[to]!)) to++
  return [from, to]
}
