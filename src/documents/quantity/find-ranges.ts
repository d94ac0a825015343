import { readValue } from './read-value.ts'

/** A set of values told by its bounds: 大于50并小于12以下 … Offsets are those of the text. */
export interface NumberRange {
  start: number
  end: number
  text: string
  low: number | undefined
  high: number | undefined
  lowClosed: boolean
  highClosed: boolean
}

const numerals = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟兆]'
const number = `(?:[-−]?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[kKMG](?![A-Za-z])|\\/\\d+|[十百千万亿]+)?|百分之(?:\\d[\\d.]*|${numerals}+(?:点${numerals}+)?)|第?${numerals}+(?:分之${numerals}+|点${numerals}+)?(?:\\s+${numerals}+)*)`
const gap = '\\s*'
const unit = '(?:个|次|岁|元|人|户|万)?'

const above = '(?:大于|高于|多于|超过|超出|长于|过)了?'
const atLeast =
  '(?:大于\\s*(?:或者?)?\\s*等于|不小于|不少于|不低于|至少(?:为|有|是)?|最少(?:为|有|是)?|≥|>\\s*=)'
const below = '(?:小于|低于|少于|不足|不到)'
const atMost =
  '(?:小于\\s*(?:或者?)?\\s*等于|不大于|不多于|不超过|不高于|至多(?:为|有|是)?|最多(?:为|有|是)?|≤|<\\s*=)'
const and = '(?:的?同时|并且?|且|而且|、|,|，)?'

interface Form {
  pattern: RegExp
  lowClosed: boolean
  highClosed: boolean
  /** Which bound the first and the second number are. */
  bounds: ('low' | 'high')[]
}

const form = (pattern: string, bounds: Form['bounds'], lowClosed: boolean, highClosed: boolean): Form => ({
  pattern: new RegExp(pattern, 'y'),
  bounds,
  lowClosed,
  highClosed,
})
const n = `(${number})`
const pair = (a: string, b: string): string => `${a}${gap}${n}${unit}${gap}${and}${gap}${b}${gap}${n}`

/** In order of trial: two bounds before one. */
const forms: Form[] = [
  form(pair(atLeast, atMost), ['low', 'high'], true, true),
  form(pair(atLeast, below), ['low', 'high'], true, false),
  form(pair(above, atMost), ['low', 'high'], false, true),
  form(pair(above, below), ['low', 'high'], false, false),
  form(pair(atMost, atLeast), ['high', 'low'], true, true),
  form(pair(below, above), ['high', 'low'], false, false),
  form(
    `(?:位于|在|介于)?${gap}${n}${gap}(?:和|与|到|至|-|–|~)${gap}${n}${gap}(?:之间|间)`,
    ['low', 'high'],
    true,
    false,
  ),
  form(`${n}${gap}以上${gap}[,，]${gap}${n}${gap}以下`, ['low', 'high'], false, false),
  form(`比${gap}${n}${gap}大${gap}[,，]${gap}比${gap}${n}${gap}小`, ['low', 'high'], false, false),
  form(`${n}${gap}(?:到|至|-|–|—|~|～)${gap}${n}`, ['low', 'high'], true, false),
  form(`${n}${gap}(?:或者?以上|或者?更多)`, ['low'], true, false),
  form(`${n}${gap}次?以上`, ['low'], false, false),
  form(`${n}${gap}(?:以下|之下)`, ['high'], false, false),
  form(`比${gap}${n}${gap}[大高多]`, ['low'], false, false),
  form(`比${gap}${n}${gap}[小低少]`, ['high'], false, false),
  form(`${atLeast}${gap}${n}`, ['low'], true, false),
  form(`${atMost}${gap}${n}`, ['high'], false, true),
  form(`${above}${gap}${n}`, ['low'], false, false),
  form(`${below}${gap}${n}`, ['high'], false, false),
  form(`等于${gap}${n}`, ['low', 'high'], true, true),
  form(`(${numerals.replace('[', '[几\\d')}+[多余几][十百千万亿]*|十几万多亿)`, ['low'], false, false),
]

const starts =
  /[-−\d〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几第位在介大高多超长过不至最小低少比等≥≤<>]/

const writtenValue = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : readValue(written.replace(/^第/, ''))?.value

const matchAt = (text: string, start: number): NumberRange | undefined => {
  for (const { pattern, bounds, lowClosed, highClosed } of forms) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (!match) continue
    const first = writtenValue(match[1])
    const second = match[2] === undefined ? undefined : writtenValue(match[2])
    if (first === undefined) continue
    let low = bounds[0] === 'low' ? first : second
    let high = bounds[0] === 'high' ? first : second
    if (bounds.length === 2 && second === undefined) low = high = first
    // 大于50小于12 are two conditions, not a range.
    if (low !== undefined && high !== undefined && low > high) continue
    return { start, end: start + match[0].length, text: match[0], low, high, lowClosed, highClosed }
  }
  return undefined
}

/** Finds thresholds and ranges in normalised text: 大于等于60小于70, 三十或者以上, 500多亿. */
export const findRanges = (text: string): NumberRange[] => {
  const found: NumberRange[] = []
  for (let i = 0; i < text.length; ) {
    const range = starts.test(text[i]!) ? matchAt(text, i) : undefined
    if (range) found.push(range)
    i = range ? range.end : i + 1
  }
  return found
}
