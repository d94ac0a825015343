/** A calendar date without time or zone, `YYYY-MM-DD`; texts in this form sort as the days do. */
export type PlainDate = string

const dayLength = 86_400_000

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The date of these numbers, which must exist. */
export const plainDate = (year: number, month: number, day: number): PlainDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** Year, month (from 1) and day of a date. */
export const partsOf = (date: PlainDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** Whether a text is a date that exists, in the years 1000 to 9999. */
export const isPlainDate = (text: string): text is PlainDate => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01. */
export const dayNumberOf = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength

/** The date so many days after 1970-01-01. */
export const dateOfDayNumber = (dayNumber: number): PlainDate =>
  new Date(dayNumber * dayLength).toISOString().slice(0, 10)
