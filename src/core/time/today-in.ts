import type { PlainDate } from './plain-date.ts'

// Making one takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, format)
  return format
}

/** Asked of every cell of an import; no zone changes its date within a minute. */
let last = { zone: '', minute: Number.NaN, date: '' }

/** The calendar date that it is in an IANA zone at an instant. */
export const todayIn = (zone = 'Asia/Shanghai', now: Date = new Date()): PlainDate => {
  const minute = Math.floor(now.getTime() / 60_000)
  if (last.minute !== minute || last.zone !== zone) last = { zone, minute, date: dateIn(zone, now) }
  return last.date
}

const dateIn = (zone: string, now: Date): PlainDate => {
  const parts = formatFor(zone).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)!.value
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
