import { type Parsed, parsed, refused } from '../parsed.ts'
import { compactText } from '../plain-text.ts'
import { customPeriod, type Period, periodContaining, periodOf } from './period.ts'
import { readDate, readMonth, readYear } from './read-date.ts'

const quarters = '一二三四'

/**
 * Reads a period: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-01-01..2026-03-31, or its title (2026年第三季度).
 * `periodText` writes the first of these forms.
 */
export const readPeriod = (text: string): Parsed<Period> => {
  const written = compactText(text)
  const range = /^(.+?)(?:\.\.|至|~)(.+)$/.exec(written)
  if (range) return readRange(range[1]!, range[2]!)
  const part = /^(\d{4})(?:-?([QH])([1-4])|年第?([一二三四1-4])季度|年([上下])半年)$/i.exec(written)
  if (part) {
    const year = readYear(part[1]!)
    if (!year.ok) return year
    if (part[5]) return parsed(periodOf('half', year.value, '上下'.indexOf(part[5])))
    const numeral = part[3] ?? part[4]!
    const index = quarters.includes(numeral) ? quarters.indexOf(numeral) : Number(numeral) - 1
    if (part[2]?.toUpperCase() !== 'H') return parsed(periodOf('quarter', year.value, index))
    return index < 2
      ? parsed(periodOf('half', year.value, index))
      : refused(`一年只有两个半年，没有“${written}”。`)
  }
  if (/^\d{4}年?$/.test(written)) {
    const year = readYear(written)
    return year.ok ? parsed(periodOf('year', year.value)) : year
  }
  const day = readDate(written)
  if (day.ok) return parsed(customPeriod(day.value, day.value))
  const month = readMonth(written)
  return month.ok
    ? parsed(periodContaining('month', `${month.value}-01`))
    : refused(
        `“${written}”不是能认出的时段，请写成 2026-10、2026-Q3、2026-H1、2026 或 2026-01-01..2026-03-31。`,
      )
}

const readRange = (first: string, last: string): Parsed<Period> => {
  const from = readDate(first)
  if (!from.ok) return from
  const to = readDate(last)
  if (!to.ok) return to
  return from.value <= to.value
    ? parsed(customPeriod(from.value, to.value))
    : refused(`时段的开始 ${from.value} 在结束 ${to.value} 之后，请调换。`)
}

/** The short text of a period that addresses and settings carry; `readPeriod` reads it back. */
export const periodText = (period: Period): string => {
  const year = period.from.slice(0, 4)
  const month = Number(period.from.slice(5, 7))
  switch (period.kind) {
    case 'month':
      return period.from.slice(0, 7)
    case 'quarter':
      return `${year}-Q${(month + 2) / 3}`
    case 'half':
      return `${year}-H${(month + 5) / 6}`
    case 'year':
      return year
    case 'custom':
      return `${period.from}..${period.to}`
  }
}
