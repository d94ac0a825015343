import { compactText } from '../../../core/plain-text.ts'
import { ageOn, isPlainDate } from '../../../core/time/index.ts'
import { showsDate } from '../../xlsx/index.ts'
import { type FittedValue, fitted, unfit, type ValueStyle } from './element-value.ts'
import { fitNumber } from './fit-number.ts'

type Precision = 'day' | 'month' | 'year'

/** How dates are written as text: `y` `m` `d`, two digits where doubled. */
interface DateStyle {
  readonly pattern: string
  readonly precision: Precision
}

const written: readonly (readonly [RegExp, string])[] = [
  [/^\d{8}$/, 'yMMDD'],
  [/^\d{6}$/, 'yMM'],
  [/^\d{4}$/, 'y'],
  [/^\d{4}年\d{2}月\d{2}日$/, 'y年MM月DD日'],
  [/^\d{4}年\d{1,2}月\d{1,2}日$/, 'y年M月D日'],
  [/^\d{4}年\d{2}月$/, 'y年MM月'],
  [/^\d{4}年\d{1,2}月$/, 'y年M月'],
  [/^\d{4}([-./])\d{2}\1\d{2}$/, 'y$MM$DD'],
  [/^\d{4}([-./])\d{1,2}\1\d{1,2}$/, 'y$M$D'],
  [/^\d{4}([-./])\d{2}$/, 'y$MM'],
  [/^\d{4}([-./])\d{1,2}$/, 'y$M'],
]

const precisionOf = (pattern: string): Precision =>
  /D/.test(pattern) ? 'day' : /M/.test(pattern) ? 'month' : 'year'

const fromSample = (sample: string): DateStyle | null => {
  for (const [shape, pattern] of written) {
    const match = shape.exec(sample)
    if (match) {
      const full = pattern.replaceAll('$', match[1] ?? '')
      return { pattern: full, precision: precisionOf(full) }
    }
  }
  return null
}

/** 出生日期(yyyymmdd), (年月日), (格式:1990-01-01), 出生年月 */
const fromHeader = (header: string): DateStyle | null => {
  const example = /\d{4}[年\-./]?\d{1,2}(?:[月\-./]?\d{1,2}日?|月)?/.exec(header)?.[0]
  if (example) return fromSample(example)
  const letters = /[yY]{4}([年\-./]?)[mM]{2}(?:([月\-./]?)[dD]{2}日?)?/.exec(header)?.[0]
  if (letters) {
    const pattern = letters
      .replace(/[yY]+/, 'y')
      .replace(/[mM]{2}/, 'MM')
      .replace(/[dD]{2}/, 'DD')
    return { pattern, precision: precisionOf(pattern) }
  }
  if (/\d{8}|8位/.test(header)) return { pattern: 'yMMDD', precision: 'day' }
  if (/年月日/.test(header)) return { pattern: 'y-MM-DD', precision: 'day' }
  if (/年月/.test(header)) return { pattern: 'y.MM', precision: 'month' }
  if (/年份|年度|年代|何年/.test(header)) return { pattern: 'y', precision: 'year' }
  return null
}

const knownTo = (date: string): Precision => (date.length >= 10 ? 'day' : date.length >= 7 ? 'month' : 'year')

const order: readonly Precision[] = ['year', 'month', 'day']
const called: Readonly<Record<Precision, string>> = { day: '日', month: '月', year: '年' }

/**
 * A date in the form's style: as a date where the cell's number format shows one, else as its samples, its
 * header, or `2024-03-05` have it. A date known only to the month does not fit where the day is asked for.
 */
export const fitDate = (date: string, style: ValueStyle, filledOn: string): FittedValue => {
  if (style.key === 'person.age') {
    if (!isPlainDate(date)) return unfit('出生日期不完整，算不出年龄。')
    return fitNumber(ageOn(date, filledOn as typeof date), '岁', style)
  }
  const header = compactText(style.header)
  const samples = (style.samples ?? []).map((sample) => fromSample(compactText(sample)))
  const shown = samples.find((sample) => sample !== null) ?? fromHeader(header)
  const known = knownTo(date)
  if (showsDate(style.format, 1)) {
    const bare = style.format!.replace(/"[^"]*"|\[[^\]]*\]/g, '').toLowerCase()
    const wanted: Precision = /d/.test(bare) ? 'day' : /m/.test(bare) ? 'month' : 'year'
    if (order.indexOf(known) < order.indexOf(wanted)) return unfit(imprecise(date, wanted))
    return fitted({ date: known === 'day' ? date.slice(0, 10) : `${date}-01-01`.slice(0, 10) })
  }
  const { pattern, precision } = shown ?? { pattern: defaultPattern(known), precision: known }
  if (order.indexOf(known) < order.indexOf(precision)) return unfit(imprecise(date, precision))
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  return fitted(
    pattern
      .replace('y', year)
      .replace('MM', month)
      .replace('M', String(Number(month)))
      .replace('DD', day)
      .replace('D', String(Number(day))),
  )
}

const defaultPattern = (known: Precision): string =>
  known === 'day' ? 'y-MM-DD' : known === 'month' ? 'y-MM' : 'y'

const imprecise = (date: string, wanted: Precision): string =>
  `只知道是 ${date}，表里要填到${called[wanted]}。请补全后再填。`
