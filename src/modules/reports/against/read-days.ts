import { daysInMonth, plainDate } from '../../../core/time/index.ts'

/** When a sentence speaks of: a day, or the days of a period, both included. */
export type Days =
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'period'; readonly from: string; readonly to: string }

export interface FoundDays {
  readonly days: Days
  readonly start: number
  readonly end: number
}

const monthEnd = (year: number, month: number): string => plainDate(year, month, daysInMonth(year, month))
const day = (on: string): Days => ({ kind: 'day', on })
const period = (from: string, to: string): Days => ({ kind: 'period', from, to })
const months = (year: number, first: number, last: number): Days =>
  period(plainDate(year, first, 1), monthEnd(year, last))

const yearWord = '(?:(20\\d\\d)年|(去年|上年|前年|今年|本年|当年))?'
const quarters = '一二三四'

interface Asked {
  readonly year: number
  readonly month: number
  readonly asOf: string
}

type Reader = (groups: readonly (string | undefined)[], year: number, now: Asked) => Days | undefined

const valid = (month: number): boolean => month >= 1 && month <= 12

/** Longest first; the first two groups are the year as a number and as a word. */
const patterns: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`${yearWord}(1[0-2]|[1-9])月(3[01]|[12]\\d|[1-9])日`, 'g'),
    ([month, of], year) =>
      valid(Number(month)) && Number(of) <= daysInMonth(year, Number(month))
        ? day(plainDate(year, Number(month), Number(of)))
        : undefined,
  ],
  [
    new RegExp(`${yearWord}(1[0-2]|[1-9])月?[-—–~至到](1[0-2]|[1-9])月(?:份|间)?`, 'g'),
    ([from, to], year) => (Number(from) <= Number(to) ? months(year, Number(from), Number(to)) : undefined),
  ],
  [
    new RegExp(`${yearWord}(1[0-2]|[1-9])月(?:份)?(?:底|末)`, 'g'),
    ([month], year) => day(monthEnd(year, Number(month))),
  ],
  [
    new RegExp(`${yearWord}(1[0-2]|[1-9])月份?`, 'g'),
    ([month], year) => months(year, Number(month), Number(month)),
  ],
  [
    new RegExp(`${yearWord}(?:第)?([一二三四])季度(末|底)?`, 'g'),
    ([which, end], year) => {
      const at = quarters.indexOf(which!) * 3
      return end ? day(monthEnd(year, at + 3)) : months(year, at + 1, at + 3)
    },
  ],
  [
    new RegExp(`${yearWord}(上|下)半年(末|底)?`, 'g'),
    ([which, end], year) => {
      const last = which === '上' ? 6 : 12
      return end ? day(monthEnd(year, last)) : months(year, last - 5, last)
    },
  ],
  [
    /()()(?:上月|上个月)(底|末)?/g,
    ([end], _, { year, month }) => {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
      return end ? day(monthEnd(y, m)) : months(y, m, m)
    },
  ],
  [/()()(?:本月|当月|这个月)(?!均)/g, (_, year, { month, asOf }) => period(plainDate(year, month, 1), asOf)],
  [
    /(?:(20\d\d)年?|(去年|上年|前年|今年|本年|当年)?年?)(年?[底末终])/g,
    (_, year) => day(plainDate(year, 12, 31)),
  ],
  [/(?:(20\d\d)年|(去年|上年|今年|本年)?)年?初(?!步|中|级|审|次)/g, (_, year) => day(plainDate(year, 1, 1))],
  [/(20\d\d)年度?()(?:全年)?/g, (_, year) => months(year, 1, 12)],
  [/()(去年|上年|前年)(?:度|全年)?/g, (_, year) => months(year, 1, 12)],
  [/()(今年|本年|当年)(?:度|以来)?/g, (_, year, { asOf }) => period(plainDate(year, 1, 1), asOf)],
  [/()()(?:全年|年内|一年来)/g, (_, year) => months(year, 1, 12)],
  [/()()(?:目前|现在|当前|如今|现阶段|至今|截至日前)/g, (_, __, { asOf }) => day(asOf)],
]

const yearOf = (written: string | undefined, word: string | undefined, { year }: Asked): number => {
  if (written) return Number(written)
  if (word === '去年' || word === '上年') return year - 1
  return word === '前年' ? year - 2 : year
}

/** Every day and period that a sentence names, left to right; what is only compared with (较去年底) is left out. */
export const readDays = (sentence: string, asOf: string): FoundDays[] => {
  const now: Asked = { year: Number(asOf.slice(0, 4)), month: Number(asOf.slice(5, 7)), asOf }
  const found: FoundDays[] = []
  const taken = (start: number, end: number) => found.some((one) => one.start < end && start < one.end)
  const compared: [number, number][] = []
  for (const [pattern, read] of patterns)
    for (const match of sentence.matchAll(pattern)) {
      const [text, written, word, ...groups] = match
      const [start, end] = [match.index, match.index + text.length]
      if (text === '' || taken(start, end) || compared.some(([from, to]) => from < end && start < to))
        continue
      if (/(?:比|较|与|同)$/.test(sentence.slice(0, start))) {
        compared.push([start, end])
        continue
      }
      const days = read(groups, yearOf(written, word, now), now)
      if (days) found.push({ days, start, end })
    }
  return found.sort((one, other) => one.start - other.start)
}
