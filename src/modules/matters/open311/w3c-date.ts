const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+ -]\d{2}:?\d{2}))?$/

/** Minutes by which a zone is ahead of UTC at an instant. */
const offsetAt = (at: Date, zone: string): number => {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** An instant in the W3C profile of ISO 8601, to the second, with the zone's offset: `2026-11-30T09:00:00+08:00`. */
export const writeInstant = (at: Date, zone: string): string => {
  const offset = offsetAt(at, zone)
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const ahead = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`
}

/**
 * Reads an instant of the W3C profile; undefined for anything else, also for days that there are not. A day alone is
 * its midnight in the zone. A `+` that a client forgot to encode arrives as a blank and is taken for one.
 */
export const readInstant = (text: string, zone: string): Date | undefined => {
  const match = written.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset] = match
  const civil = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(civil) || new Date(civil).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return undefined
  if (offset === undefined) return new Date(civil - offsetAt(new Date(civil), zone) * 60_000)
  if (offset === 'Z') return new Date(civil)
  const digits = offset.replace(':', '')
  const ahead = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5))
  if (ahead > 18 * 60) return undefined
  return new Date(civil - (digits[0] === '-' ? -1 : 1) * ahead * 60_000)
}
