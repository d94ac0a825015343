import { formatDateChinese } from '../../../core/time/format-date.ts'
import { wordNumber } from '../wording/word-number.ts'

/** An amount with its sign, as it adds to a number: `+12`, `−3`. */
export const wordAmount = (amount: number): string =>
  `${amount < 0 ? '−' : '+'}${wordNumber(Math.abs(amount))}`

/** `比10月31日少 3 人`, or that nothing changed on the whole. */
export const wordDifference = (difference: { start: number; end: number; since: string; unit: string }) => {
  const { start, end, since, unit } = difference
  const size = end - start
  const day = formatDateChinese(since)
  if (Math.abs(size) < 1e-9) return `与${day}当日的数相同`
  return `比${day}当日的数${size > 0 ? '多' : '少'} ${wordNumber(Math.abs(size))} ${unit}`
}
