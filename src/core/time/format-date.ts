import { type PlainDate, partsOf } from './plain-date.ts'

/** "2026年1月12日", as documents write dates (GB/T 9704-2012 §7.3.5.4: Arabic numerals, no leading zeros). */
export const formatDateChinese = (date: PlainDate): string => {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** "2026年1月", of a month `YYYY-MM` or of a date in it. */
export const formatMonthChinese = (month: string): string =>
  `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
