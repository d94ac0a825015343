import { type Parsed, parsed, refused } from '../../../core/parsed.ts'
import { readDate } from '../../../core/time/index.ts'
import { dueAfter, endOfDay, type Limit } from '../clock/limit.ts'

const clockTime = /(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?[秒分]?$/

/** The instant at which a zone's wall clock shows a day and a time. */
const instantOf = (day: string, hours: number, minutes: number, zone: string): Date =>
  new Date(endOfDay(day, zone).getTime() + 1 - 86_400_000 + (hours * 60 + minutes) * 60_000)

/** Reads `2026-12-05 18:00`, `2026年12月5日18时30分` or a day alone, which is meant to its end. */
export const readMoment = (text: string, zone: string): Parsed<Date> => {
  const time = clockTime.exec(text)
  const day = readDate(time ? text.slice(0, time.index).trim() : text)
  if (!day.ok) return day
  if (!time) return parsed(endOfDay(day.value, zone))
  const [hours, minutes] = [Number(time[1]), Number(time[2])]
  if (hours > 23 || minutes > 59) return refused(`“${time[0]}”不是一天里的时间，请写成 18:00 的样子。`)
  return parsed(instantOf(day.value, hours, minutes, zone))
}

const duration = /^(\d{1,3})\s*(个?工作日|个?自然日|天|日|个?小时|h)(内|以内)?$/i

const limitOf = (count: number, unit: string): Limit => {
  if (/工作日/.test(unit)) return { workingDays: count }
  return /小时|h/i.test(unit) ? { hours: count } : { days: count }
}

/** Reads until when an order has to be answered: an instant, or a term that begins with the call. */
export const readDeadline = (text: string, calledAt: Date, zone: string): Parsed<Date> => {
  const term = duration.exec(text.trim())
  if (term) return parsed(dueAfter(calledAt, limitOf(Number(term[1]), term[2]!), zone).at)
  const moment = readMoment(text, zone)
  return moment.ok
    ? moment
    : refused(`“${text}”不是能认出的时限，请写成 2026-12-05 18:00，或者 24小时、5个工作日。`)
}
