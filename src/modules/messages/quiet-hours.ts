/** When nobody is disturbed, as times of day; from a later to an earlier one it goes over midnight. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const clockIn = (at: Date, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  return minutesOf(parts)
}

const day = 24 * 60

/** The end of the quiet hours in which an instant falls; the instant itself where it falls in none. */
export const afterQuiet = (at: Date, { from, to }: QuietHours, zone: string): Date => {
  const [start, end, now] = [minutesOf(from), minutesOf(to), clockIn(at, zone)]
  const since = (now - start + day) % day
  const length = (end - start + day) % day
  if (since >= length) return at
  const whole = Math.floor(at.getTime() / 60_000) * 60_000
  return new Date(whole + (length - since) * 60_000)
}
