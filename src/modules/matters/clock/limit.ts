import { addDays, addWorkingDays, isWorkingDay } from '../../../core/time/index.ts'
import type { MatterClass } from '../codes.ts'

/** How long a step or a matter may take: hours run through nights, days through weekends, working days do not. */
export type Limit = { readonly hours: number } | { readonly days: number } | { readonly workingDays: number }

/** By class: until the body has accepted it, until it is answered. */
export type Limits = Readonly<Record<MatterClass, { accept: Limit; finish: Limit }>>

/** The clocks as practice sets them (12345 hotlines' usual terms; each configurable). */
export const defaultLimits: Limits = {
  danger: { accept: { hours: 0.5 }, finish: { hours: 2 } },
  utility: { accept: { hours: 2 }, finish: { hours: 24 } },
  general: { accept: { workingDays: 1 }, finish: { days: 7 } },
  complex: { accept: { workingDays: 1 }, finish: { days: 15 } },
  consultation: { accept: { workingDays: 1 }, finish: { workingDays: 3 } },
  complaint: { accept: { workingDays: 1 }, finish: { workingDays: 13 } },
}

const dayParts = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })

/** Minutes that a zone's wall clock is ahead of UTC at an instant. */
const offsetAt = (instant: Date, zone: string): number => {
  const part = Object.fromEntries(
    dayParts(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>
  const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
  return Math.round((wall - instant.getTime()) / 60_000)
}

/** The last instant of a day in a zone. */
export const endOfDay = (day: string, zone: string): Date => {
  const guess = new Date(`${day}T23:59:59.999Z`)
  return new Date(guess.getTime() - offsetAt(guess, zone) * 60_000)
}

/** Monday to Friday, where a year's holidays are not published yet. */
const isWeekday = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

const workingDaysAfter = (day: string, count: number): { day: string; assumed: boolean } => {
  const known = addWorkingDays(day, count)
  if (known.ok) return { day: known.value, assumed: false }
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    const working = isWorkingDay(reached)
    if (working.ok ? working.value : isWeekday(reached)) left -= 1
  }
  return { day: reached, assumed: true }
}

export interface Due {
  readonly at: Date
  /** The way leads through a year without published holidays: Monday to Friday were taken; reckoned anew later. */
  readonly assumed: boolean
}

/**
 * When a limit that begins at an instant runs out. The day of the event is not counted, and the last day counts
 * whole (民法典 第二百零一条、第二百零三条).
 */
export const dueAfter = (start: Date, limit: Limit, zone: string): Due => {
  if ('hours' in limit) return { at: new Date(start.getTime() + limit.hours * 3_600_000), assumed: false }
  const today = new Date(start.getTime() + offsetAt(start, zone) * 60_000).toISOString().slice(0, 10)
  if ('days' in limit) return { at: endOfDay(addDays(today, limit.days), zone), assumed: false }
  const { day, assumed } = workingDaysAfter(today, limit.workingDays)
  return { at: endOfDay(day, zone), assumed }
}

/** How long an answered matter may wait for its callback. */
export const callbackLimit: Limit = { workingDays: 3 }

/** A limit in words: 2小时, 7天, 3个工作日. */
export const wordLimit = (limit: Limit): string => {
  if ('hours' in limit) return limit.hours < 1 ? `${limit.hours * 60}分钟` : `${limit.hours}小时`
  return 'days' in limit ? `${limit.days}天` : `${limit.workingDays}个工作日`
}

/** When to warn: a quarter of the time before the end. */
export const warnBefore = (start: Date, due: Date): Date =>
  new Date(due.getTime() - (due.getTime() - start.getTime()) / 4)
