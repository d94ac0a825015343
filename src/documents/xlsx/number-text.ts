import { dateToSerial, formatValue, isDateFormat, serialToDate } from 'hucre'

/** Shows a number without float noise and without exponent: 0.30000000000000004 → 0.3, 1.1E+17 → 110000000000000000. */
export const plainNumber = (value: number): string => {
  const clean = Number(value.toPrecision(15))
  const size = Math.abs(clean)
  if (size >= 1e21 || (size > 0 && size < 1e-15)) return String(clean)
  if (size >= 1e15) return BigInt(clean).toString()
  const text = String(clean)
  return text.includes('e') ? clean.toFixed(20).replace(/0+$/, '') : text
}

/** Spreadsheets keep 15 digits; an integer beyond them has lost the rest (an 18-digit ID number typed as a number). */
export const isRounded = (value: number): boolean => Math.abs(value) >= 1e15

/** As the cell's number format shows it. */
export const formattedNumber = (value: number, format: string | undefined): string => {
  if (format === undefined || format === '@' || isRounded(value)) return plainNumber(value)
  try {
    return formatValue(value, format).trim() || plainNumber(value)
  } catch {
    return plainNumber(value)
  }
}

/** Serial 2,958,466 is the year 10000. */
const END = 2_958_466

/** Elapsed hours such as `[h]:mm` are quantities, not points in time. */
export const showsDate = (format: string | undefined, value: number): boolean =>
  format !== undefined && value >= 0 && value < END && !/\[(h+|m+|s+)\]/i.test(format) && isDateFormat(format)

const two = (value: number) => String(value).padStart(2, '0')

/** A date serial as text: `2024-03-05`, `2024-03` where the format shows no day, time of day added where shown. */
export const dateText = (serial: number, format: string, is1904 = false): string => {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  const hasDate = /[yd]|^(?!.*[hs]).*m/.test(bare) || /[年月日]/.test(format)
  const moment = serialToDate(Math.round(serial * 86_400) / 86_400, is1904)
  const year = String(moment.getUTCFullYear()).padStart(4, '0')
  const clock = clockText(moment)
  if (!hasDate) return clock ?? '00:00'
  const withDay = /d/.test(bare) || !/y/.test(bare)
  if (!withDay) return `${year}-${two(moment.getUTCMonth() + 1)}`
  const day = `${year}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`
  return clock === null ? day : `${day} ${clock}`
}

const clockText = (moment: Date): string | null => {
  const [hours, minutes, seconds] = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()]
  if (hours + minutes + seconds === 0) return null
  return seconds === 0 ? `${two(hours)}:${two(minutes)}` : `${two(hours)}:${two(minutes)}:${two(seconds)}`
}

/** `2024-03-05`, `2024-03` or `2024-03-05 08:30` as the number that spreadsheets keep; null where it is no such text. */
export const dateSerial = (text: string, is1904 = false): number | null => {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?)?$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  return dateToSerial(new Date(Date.UTC(year!, month! - 1, day || 1, hour, minute, second)), is1904)
}
