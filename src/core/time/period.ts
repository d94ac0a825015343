import { addDays, addMonths, daysBetween } from './date-arithmetic.ts'
import { formatDateChinese } from './format-date.ts'
import { type PlainDate, partsOf, plainDate } from './plain-date.ts'

/** A stretch of days that a number is about; both ends belong to it. */
export interface Period {
  readonly kind: PeriodKind
  readonly from: PlainDate
  readonly to: PlainDate
  /** For people: 2026年10月, 2026年第三季度, 2026年上半年, 2026年, or both days. */
  readonly title: string
}

export type CalendarPeriodKind = 'month' | 'quarter' | 'half' | 'year'
export type PeriodKind = CalendarPeriodKind | 'custom'

const lengths: Readonly<Record<CalendarPeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

const titles: Readonly<Record<CalendarPeriodKind, (year: number, index: number) => string>> = {
  month: (year, index) => `${year}年${index + 1}月`,
  quarter: (year, index) => `${year}年第${'一二三四'[index]}季度`,
  half: (year, index) => `${year}年${'上下'[index]}半年`,
  year: (year) => `${year}年`,
}

/** The `index`-th period of its kind in a year, from 0. */
export const periodOf = (kind: CalendarPeriodKind, year: number, index = 0): Period => {
  const from = plainDate(year, index * lengths[kind] + 1, 1)
  return { kind, from, to: addDays(addMonths(from, lengths[kind]), -1), title: titles[kind](year, index) }
}

/** The month, quarter, half or year in which a day lies. */
export const periodContaining = (kind: CalendarPeriodKind, date: PlainDate): Period => {
  const { year, month } = partsOf(date)
  return periodOf(kind, year, Math.floor((month - 1) / lengths[kind]))
}

/** The days from one to the other, both included. */
export const customPeriod = (from: PlainDate, to: PlainDate): Period => ({
  kind: 'custom',
  from,
  to,
  title: from === to ? formatDateChinese(from) : `${formatDateChinese(from)}至${formatDateChinese(to)}`,
})

/** The period before, of the same kind; of the same number of days where it is not one of the calendar. */
export const previousPeriod = (period: Period): Period =>
  period.kind === 'custom'
    ? customPeriod(addDays(period.from, daysBetween(period.to, period.from) - 1), addDays(period.from, -1))
    : periodContaining(period.kind, addDays(period.from, -1))

/** The same period a year earlier (同期). */
export const samePeriodLastYear = (period: Period): Period =>
  period.kind === 'custom'
    ? customPeriod(addMonths(period.from, -12), addMonths(period.to, -12))
    : periodContaining(period.kind, addMonths(period.from, -12))
