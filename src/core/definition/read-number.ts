import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'

export interface NumberLimits {
  readonly decimals: number
  readonly min: number
  readonly max: number
  /** Written after the number, such as 人; it may be there or not. */
  readonly unit?: string
}

/** Beyond this a number loses its cents. */
export const largest = 1_000_000_000_000

/** Rounds half away from zero at so many decimals, as people do. */
export const roundTo = (value: number, decimals: number): number => {
  // Outside these bounds numbers are written with an exponent, and have no decimals or nothing else.
  if (Math.abs(value) < 1e-6) return 0
  if (Math.abs(value) >= 1e15) return value
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${decimals}`))}e-${decimals}`)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Whether a number has no more decimals; what spreadsheets add by computing in binary does not count. */
const hasDecimals = (value: number, decimals: number): boolean =>
  Math.abs(value - roundTo(value, decimals)) <= Math.abs(value) * 1e-12

/** Reads a number with or without thousands separators and unit: 1,234.5, １２３４, 65.5㎡. */
export const readNumber = (text: string, { decimals, min, max, unit }: NumberLimits): Parsed<number> => {
  const written = compactText(text)
  const ending = unit === undefined ? '' : compactText(unit)
  const bare = ending !== '' && written.endsWith(ending) ? written.slice(0, -ending.length) : written
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare))
    return refused(`“${written}”不是数字，请只填数字${decimals === 0 ? '，如 12' : '，如 12.5'}。`)
  const value = Number(bare.replaceAll(',', ''))
  if (!hasDecimals(value, decimals))
    return refused(decimals === 0 ? `“${written}”应为整数。` : `“${written}”最多有 ${decimals} 位小数。`)
  const rounded = roundTo(value, decimals)
  if (rounded < min) return refused(`${rounded} 太小，不应小于 ${min}。`)
  if (rounded > max) return refused(`${rounded} 太大，不应大于 ${max}。`)
  return parsed(rounded)
}
