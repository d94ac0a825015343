import { numeralValue } from './numeral.ts'
import type { DateMention } from './quantity.ts'

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d/.test(text) ? Number(text) : numeralValue(text)

const digits = '[〇零一二三四五六七八九]'
const month = '(?<month>\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九])月'
const day =
  '(?<day>\\d{1,2}|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]'
const to = '(?:-{1,2}|—{1,2}|–|~|至|到)'

const rename = (pattern: string): string => pattern.replace(/\?<(\w+)>/g, '?<$12>')
const loose = (pattern: string): RegExp => new RegExp(pattern, 'y')

/** In order of trial: the longer readings first. */
const patterns: { kind: DateMention['kind']; pattern: RegExp }[] = [
  // 2021年3月5日至2022年4月6日, 3月5日至4月6日, 3月5日至8日, 2021年至2025年, 1—6月, 3至5日
  {
    kind: 'period',
    pattern: loose(
      `(?:(?<year>(?:1[89]|20)\\d\\d)年)?\\s?${month}\\s?${day}\\s?${to}\\s?(?:(?<year2>(?:1[89]|20)\\d\\d)年)?\\s?(?:${rename(month)})?\\s?${rename(day)}`,
    ),
  },
  {
    kind: 'period',
    pattern: loose(
      `(?<year>(?:1[89]|20)\\d\\d)年?\\s?(?:${month})?\\s?${to}\\s?(?<year2>(?:1[89]|20)\\d\\d)年(?:度)?(?:(?<month2>\\d{1,2})月份?)?`,
    ),
  },
  {
    kind: 'period',
    pattern: loose(
      `(?:(?<year>(?:1[89]|20)\\d\\d)年)?\\s?(?<month>\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九])月?份?\\s?${to}\\s?(?:${rename(month)})份?`,
    ),
  },
  {
    kind: 'period',
    pattern: loose(
      `(?:(?<year>(?:1[89]|20)\\d\\d)年)?\\s?${month}\\s?(?<day>\\d{1,2})日?${to}\\s?${rename(day)}`,
    ),
  },
  {
    kind: 'period',
    pattern: loose(`(?<day>\\d{1,2})[日号]?(?:${to}|、)\\s?(?<day2>\\d{1,2})[日号](?![楼线院门])`),
  },
  {
    kind: 'date',
    pattern: loose(
      `(?<year>(?:1[89]|20)\\d\\d|[一二]${digits}{3})年\\s?(?<month>\\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九])月\\s?(?:${day})?份?`,
    ),
  },
  { kind: 'date', pattern: loose(`['’‘]?(?<short>\\d\\d)年(?<month>\\d{1,2})月(?:${day})?`) },
  {
    kind: 'date',
    pattern: loose(
      `(?<year>(?:1[89]|20)\\d\\d)(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d.])`,
    ),
  },
  {
    kind: 'date',
    pattern: loose(`(?<year>(?:1[89]|20)\\d\\d|[一二]${digits}{3})(?:年(?:度|底|初|末)?|(?=[〕\\])届学]))`),
  },
  { kind: 'date', pattern: loose(`\\d{2}[xX*＊_]{1,2}年(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?`) },
  { kind: 'date', pattern: loose(`${month}\\s?(?:份|底|初|末|${day})?`) },
  { kind: 'period', pattern: loose('(?:前?[一二三四]|[1-4]|前[123])季度') },
  {
    kind: 'period',
    pattern: loose(
      '\\d{2}(?:世纪|年代|后(?!续|期|勤|台|备|方|面))|[二一]十[一]?世纪|[二三四五六七八九]十年代|\\d{2}世纪\\d{2}年代',
    ),
  },
  { kind: 'time', pattern: loose('(?:[01]?\\d|2[0-4])[::][0-5]\\d(?:[::][0-5]\\d)?(?!\\d)') },
  {
    kind: 'time',
    pattern: loose('\\d{1,2}[时点](?:(?:\\d{1,2}|三十|十五|四十五)分(?!钟)|半|整|许)?(?!\\d)'),
  },
  { kind: 'date', pattern: loose(`['’‘]?(?<short>0\\d)年(?:度|底|初|末)?`) },
  { kind: 'date', pattern: loose('(?<day>\\d{1,2})[日](?![之以]?内|均|后|前|游|间照|常)') },
]

const startsNumeral = /[〇零一二三四五六七八九十前\d'’‘]/

/** A span that stands for a count, not a date: 为期3月 does not occur, 6个月 never matches. */
const notADate = (text: string, start: number, match: string): boolean => {
  const before = text[start - 1] ?? ''
  if (/[\d.第]/.test(before) && !/^['’‘]/.test(match)) return true
  // 一月 within 十一月 is matched from its own beginning.
  return /^[一二三四五六七八九十]/.test(match) && /[一二三四五六七八九十百千万两几数每个]/.test(before)
}

/** The date, period or time of day that begins at `start`. */
export const readDate = (text: string, start: number): DateMention | undefined => {
  if (!startsNumeral.test(text[start]!)) return undefined
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (!match || notADate(text, start, match[0])) continue
    const g = match.groups ?? {}
    const short = number(g.short?.replace(/\D/g, ''))
    const mention: DateMention = { start, end: start + match[0].length, text: match[0], kind }
    const yearValue = number(g.year) ?? (short === undefined ? undefined : short + (short < 50 ? 2000 : 1900))
    if (yearValue !== undefined) mention.year = yearValue
    const monthValue = number(g.month)
    if (monthValue !== undefined) mention.month = monthValue
    const dayValue = number(g.day)
    if (dayValue !== undefined) mention.day = dayValue
    const [year2, month2, day2] = [number(g.year2), number(g.month2), number(g.day2)]
    if (year2 !== undefined || month2 !== undefined || day2 !== undefined)
      mention.until = {
        ...(year2 !== undefined && { year: year2 }),
        ...(month2 !== undefined && { month: month2 }),
        ...(day2 !== undefined && { day: day2 }),
      }
    return mention
  }
  return undefined
}
