/** Where a line of the signature begins, in characters from the left edge of the text. */
export interface SignatureLine {
  text: string
  left: number
}

const LINE = 28
const DATE = /^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$/

/**
 * Places a signature without seal by GB/T 9704-2012, 7.3.5.2: who signs stays 2 characters from the right edge,
 * the date below begins 2 characters right of where the signer begins; where the date is longer, the date stays
 * 2 characters from the edge and the signer moves left. Several signers are centred on the longest.
 */
export function signatureLayout(lines: string[]): SignatureLine[] {
  const date = lines.at(-1) ?? ''
  const dated = DATE.test(date)
  const signers = dated ? lines.slice(0, -1) : lines
  // 7.3.5.1: a date that stands alone keeps 4 characters.
  if (signers.length === 0) return [{ text: date, left: LINE - 4 - widthOf(date) }]
  const widest = Math.max(...signers.map(widthOf))
  const needed = dated ? Math.max(widest, widthOf(date) + 2) : widest
  const left = Math.max(0, LINE - 2 - needed)
  const placed = signers.map((text) => ({ text, left: left + (widest - widthOf(text)) / 2 }))
  return dated ? [...placed, { text: date, left: left + 2 }] : placed
}

/** Width in characters: Latin letters and digits are half as wide. */
export const widthOf = (text: string): number =>
  [...text.trim()].reduce((sum, character) => sum + (character <= '\u02FF' ? 0.5 : 1), 0)
