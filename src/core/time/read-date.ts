import { type Parsed, parsed, refused } from '../parsed.ts'
import { plainText } from '../plain-text.ts'
import { arabicNumerals } from './chinese-numeral.ts'
import { daysInMonth, type PlainDate, plainDate } from './plain-date.ts'

/** Years that a record of a living community can name; a number outside is a slip. */
const years = { first: 1850, last: 2199 }

const tidy = (text: string): string => {
  const plain = plainText(text).replace(/\s*([-./年月日])\s*/g, '$1')
  return /[年月日]/.test(plain) ? arabicNumerals(plain) : plain
}

const readYearNumber = (year: number): Parsed<number> =>
  year >= years.first && year <= years.last
    ? parsed(year)
    : refused(`年份 ${year} 不对，应在 ${years.first} 至 ${years.last} 之间。`)

const checkMonth = (year: number, month: number): Parsed<number> => {
  const checked = readYearNumber(year)
  if (!checked.ok) return checked
  return month >= 1 && month <= 12 ? parsed(month) : refused(`没有${month}月，月份应为1至12。`)
}

const checkDate = (year: number, month: number, day: number): Parsed<PlainDate> => {
  const checked = checkMonth(year, month)
  if (!checked.ok) return checked
  return day >= 1 && day <= daysInMonth(year, month)
    ? parsed(plainDate(year, month, day))
    : refused(`${year}年${month}月没有${day}日。`)
}

/** Spreadsheets write a date with a time of day, which is dropped. */
const timeOfDay = String.raw`(?:[ T]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`
const separated = new RegExp(String.raw`^(\d{4})([-./年])(\d{1,2})([-./月])(\d{1,2})日?${timeOfDay}$`)

/**
 * Reads a date as people write it: 20260112, 2026.1.12, 2026-1-12, 2026/1/12, 2026年1月12日, 二〇二六年一月十二日.
 * Two-digit years and the serial numbers of spreadsheets are refused, not guessed.
 */
export const readDate = (text: string): Parsed<PlainDate> => {
  const written = tidy(text)
  const match = separated.exec(written) ?? /^(\d{4})()(\d{2})()(\d{2})$/.exec(written)
  if (match) return checkDate(Number(match[1]), Number(match[3]), Number(match[5]))
  if (/^\d{4}[-./年]\d{1,2}月?$/.test(written) || /^\d{4}年?$/.test(written))
    return refused(`“${written}”缺少日期中的“日”，请写到日，如 2026-01-12。`)
  if (/^\d{5}(\.\d+)?$/.test(written))
    return refused(
      `“${written}”像是表格里的日期序号。请在表格中把这一格改为日期格式，或写成 2026-01-12 的样子。`,
    )
  if (/^\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?$/.test(written) || /^\d{6}$/.test(written))
    return refused(`“${written}”的年份不清楚，请写四位年份，如 2026-01-12。`)
  return refused(`“${written}”不是能认出的日期，请写成 2026-01-12 的样子。`)
}

/** Reads a month, `YYYY-MM`, from 202601, 2026.1, 2026-1, 2026年1月, or from a date in it. */
export const readMonth = (text: string): Parsed<string> => {
  const written = tidy(text)
  const match = /^(\d{4})[-./年](\d{1,2})月?$/.exec(written) ?? /^(\d{4})(\d{2})$/.exec(written)
  if (!match) {
    const date = readDate(text)
    if (date.ok) return parsed(date.value.slice(0, 7))
    return separated.test(written) ? date : refused(`“${written}”不是能认出的年月，请写成 2026-01 的样子。`)
  }
  const checked = checkMonth(Number(match[1]), Number(match[2]))
  return checked.ok ? parsed(plainDate(Number(match[1]), checked.value, 1).slice(0, 7)) : checked
}

/** Reads a year from 2026 or 2026年. */
export const readYear = (text: string): Parsed<number> => {
  const written = tidy(text)
  const match = /^(\d{4})年?$/.exec(written)
  return match
    ? readYearNumber(Number(match[1]))
    : refused(`“${written}”不是能认出的年份，请写成 2026 的样子。`)
}
