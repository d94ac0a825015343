import chineseDays from 'chinese-days'
import { type Parsed, parsed, refused } from '../parsed.ts'
import { addDays } from './date-arithmetic.ts'
import type { PlainDate } from './plain-date.ts'

const published = new Map<number, boolean>()

/**
 * Whether the State Council's holidays of a year are known. `chinese-days` answers for unknown years as if
 * they had none; that it knows the National Day tells the years it has data for.
 */
const holidaysKnown = (year: number): boolean => {
  const known = published.get(year)
  if (known !== undefined) return known
  const nationalDay = `${year}-10-01`
  const answer = chineseDays.getHolidaysInRange(nationalDay, nationalDay, false).length === 1
  published.set(year, answer)
  return answer
}

/** Whether a day is worked, make-up days included; refused for a year whose holidays are not published. */
export const isWorkingDay = (date: PlainDate): Parsed<boolean> => {
  const year = Number(date.slice(0, 4))
  return holidaysKnown(year)
    ? parsed(chineseDays.isWorkday(date))
    : refused(`${year}年的放假安排没有收录，不能判断 ${date} 是不是工作日。请更新节假日数据后再试。`)
}

/**
 * The `count`-th working day after a date; the date itself is not counted. 0 gives the date itself,
 * negative counts go back. Refused where the way leads through a year without published holidays.
 */
export const addWorkingDays = (date: PlainDate, count: number): Parsed<PlainDate> => {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    const working = isWorkingDay(day)
    if (!working.ok) return working
    if (working.value) left -= 1
  }
  return parsed(day)
}
