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

/** The calendar date that it is in an IANA zone at an instant. */
export const todayIn = (zone = 'Asia/Shanghai', now: Date = new Date()): PlainDate => {
  const parts = formatFor(zone).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)!.value
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
