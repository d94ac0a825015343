/**
 * A number as an official document writes it. GB/T 15835-2011 leaves the grouping of long numbers open ("可采用"
 * thousands comma or thin space) and asks for one style throughout: here always plain digits, as most reports
 * have it, so that a number cannot break over two lines or be taken for an enumeration.
 * Rounds half up, as 四舍五入 is understood, to at most so many decimals: `numberText(61.85, 1)` is `61.9`.
 */
export function numberText(value: number, decimals = 2): string {
  return format(value, 0, decimals)
}

/** A share of 1 in per cent with one decimal: `percentText(0.5)` is `50.0%`, `percentText(null)` is `—`. */
export function percentText(share: number | null, decimals = 1): string {
  return share === null ? '—' : `${format(share * 100, decimals, decimals)}%`
}

/**
 * How a value stands to that of a year before: `增长3.2%`, `下降1.1%`, `持平`. Percentages change by 个百分点,
 * not by per cent of themselves. Where the earlier value is zero no rate exists and the difference is told.
 * Null where either value cannot be told: then nothing can be said.
 */
export function changeText(current: number | null, earlier: number | null, unit = ''): string | null {
  if (current === null || earlier === null) return null
  if (current === earlier) return '持平'
  const rises = current > earlier
  if (unit === '%' || unit === '％') {
    const points = format(Math.abs(current - earlier), 0, 1)
    return points === '0' ? '基本持平' : `${rises ? '提高' : '下降'}${points}个百分点`
  }
  if (earlier <= 0) return `${rises ? '增加' : '减少'}${numberText(Math.abs(current - earlier))}${unit}`
  const rate = format((Math.abs(current - earlier) / earlier) * 100, 0, 1)
  return rate === '0' ? '基本持平' : `${rises ? '增长' : '下降'}${rate}%`
}

/** `较上年同期增长3.2%`; empty where there is nothing to compare with. */
export function yearOnYearText(current: number | null, earlier: number | null, unit = ''): string {
  const change = changeText(current, earlier, unit)
  if (change === null) return ''
  return change === '持平' || change === '基本持平' ? `与上年同期${change}` : `较上年同期${change}`
}

/**
 * A date as GB/T 9704-2012, 7.3.5.4 asks: Arabic numerals, the full year, no leading zeros.
 * `dateText('2025-03-01')` is `2025年3月1日`.
 */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/**
 * Rounds the number as people see it: 1.005 to 1.01, although the nearest binary fraction lies below. Fifteen
 * digits cut off the noise of arithmetic such as 0.285 × 100.
 */
function format(value: number, least: number, most: number): string {
  const formatter = new Intl.NumberFormat('zh-CN', {
    useGrouping: false,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    roundingMode: 'halfExpand',
    signDisplay: 'negative',
  })
  return formatter.format(String(Number(value.toPrecision(15))) as `${number}`)
}
