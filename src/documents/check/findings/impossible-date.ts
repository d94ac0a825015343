import type { DateMention } from '../../quantity/index.ts'
import type { Finding } from '../finding.ts'
import type { Reading } from './reading.ts'

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; February has 29 where the year is not known. */
export const daysIn = (month: number, year: number | undefined): number =>
  month === 2 ? (year === undefined || isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const reasonOf = (
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined => {
  if (month !== undefined && (month < 1 || month > 12)) return `没有${month}月`
  if (day === undefined) return undefined
  if (day < 1 || day > 31) return `没有${day}日`
  if (month === undefined || day <= daysIn(month, year)) return undefined
  return month === 2 && day === 29
    ? `${year}年不是闰年，2月只有28天`
    : `${month}月只有${daysIn(month, year)}天`
}

/** Dates that no calendar has: 2月30日, 13月, 29 February of a common year. */
export const findImpossibleDates = ({ found }: Reading): Finding[] =>
  found.dates.flatMap((date: DateMention): Finding[] => {
    if (date.kind === 'time') return []
    const { until } = date
    const reason =
      reasonOf(date.year, date.month, date.day) ??
      (until ? reasonOf(until.year ?? date.year, until.month ?? date.month, until.day) : undefined)
    if (!reason) return []
    return [
      {
        kind: 'impossible-date',
        severity: 'error',
        start: date.start,
        end: date.end,
        message: `日期“${date.text}”不存在：${reason}。`,
        related: [],
      },
    ]
  })
