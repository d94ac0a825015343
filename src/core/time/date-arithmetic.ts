import {
  dateOfDayNumber,
  dayNumberOf,
  daysInMonth,
  type PlainDate,
  partsOf,
  plainDate,
} from './plain-date.ts'

/** The date `days` later, or earlier where negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumberOf(date) + days)

/** The same day `months` later; the last of the month where that month is shorter. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = count - newYear * 12 + 1
  return plainDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Days from one date to the other: 1 from today to tomorrow. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumberOf(to) - dayNumberOf(from)

/** The same day a year earlier; 28 February for the 29th. */
export const sameDayLastYear = (date: PlainDate): PlainDate => addMonths(date, -12)
