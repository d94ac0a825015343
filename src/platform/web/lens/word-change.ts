import { wordNumber } from '../wording/word-number.ts'

/** How a value stands against last year's: `比去年同期多 12 人，增长 3.4%`. Shares change by percentage points. */
export const wordChange = (value: number, lastYear: number, unit: string): string => {
  const difference = value - lastYear
  if (Math.abs(difference) < 1e-9) return '与去年同期持平'
  const more = difference > 0
  if (unit === '%') {
    return `比去年同期${more ? '高' : '低'} ${wordNumber(Math.abs(difference))} 个百分点`
  }
  const size = `比去年同期${more ? '多' : '少'} ${wordNumber(Math.abs(difference))} ${unit}`
  if (lastYear === 0) return size
  const share = Math.abs((difference / lastYear) * 100).toFixed(1)
  return `${size}，${more ? '增长' : '下降'} ${share}%`
}
