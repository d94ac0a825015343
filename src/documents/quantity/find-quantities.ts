import { hedgeOf } from './hedge.ts'
import { isNumeralWord } from './names.ts'
import type { DateMention, Ordinal, Quantity, QuantityKind } from './quantity.ts'
import { readDate } from './read-date.ts'
import { type NumberToken, readNumber } from './read-number.ts'
import { refersToCount } from './refers-to-count.ts'
import { subjectsOf } from './subject.ts'
import { matchUnit } from './units.ts'

export interface FoundQuantities {
  quantities: Quantity[]
  dates: DateMention[]
  ordinals: Ordinal[]
}

const starts = new Uint8Array(0x10000)
for (const c of '0123456789') starts[c.charCodeAt(0)] = 1
for (const c of '〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾几数') starts[c.charCodeAt(0)] = 2
for (const c of "第前'’‘") starts[c.charCodeAt(0)] = 3

const ordinal = /(?:第|(?<![目提之以日年月先期事会午眼面生身此])前)\s?([〇零一二两三四五六七八九十百千\d]+)/y
const hedgeAfter = / ?[多余来几](?![少样重数么额])| (?=[\u4e00-\u9fff%])/y

interface Scan {
  token: NumberToken
  unit: string
  kind: QuantityKind
  unitEnd: number
  /** 多, 余, 来, 几 between number and unit. */
  after: string
}

/** Reads what stands at a number: its unit and kind; undefined where it counts nothing. */
const readCount = (text: string, token: NumberToken): Scan | undefined => {
  if (token.form === 'ratio') return { token, unit: '', kind: 'ratio', unitEnd: token.end, after: '' }
  hedgeAfter.lastIndex = token.end
  const after = hedgeAfter.exec(text)?.[0] ?? ''
  const at = token.end + after.length
  if (token.form === 'percent-numeral')
    return { token, unit: '%', kind: 'percent', unitEnd: token.end, after: '' }
  const match = matchUnit(text, at, token.form === 'numeral' && !token.bareMagnitude)
  if (token.form === 'fraction') {
    return match?.kind === 'measure'
      ? { token, unit: match.unit, kind: match.kind, unitEnd: match.end, after }
      : { token, unit: '', kind: 'ratio', unitEnd: token.end, after: '' }
  }
  const scan: Scan = match
    ? { token, unit: match.unit, kind: match.kind, unitEnd: match.end, after: after.trim() }
    : { token, unit: '', kind: 'count', unitEnd: at, after: after.trim() }
  return refersToCount(text, scan) ? scan : undefined
}

/** 分别为31、28、35人: figures in a row share the unit of the last. */
const listed = /(?:[、和]\d+(?:\.\d+)?)*[、和](?=\d)/y
const opensList = /(?:[为是有达增长降别次加入计]|\d[、和])$/

const readListed = (text: string, token: NumberToken): Scan | undefined => {
  if (token.form !== 'arabic' || !opensList.test(text.slice(Math.max(0, token.start - 2), token.start)))
    return undefined
  listed.lastIndex = token.end
  const match = listed.exec(text)
  if (!match || match[0].length > 80) return undefined
  const last = readNumber(text, token.end + match[0].length)
  const scan = last && readCount(text, last)
  return scan && scan.unit !== '' && scan.kind !== 'ratio'
    ? { token, unit: scan.unit, kind: scan.kind, unitEnd: token.end, after: '' }
    : undefined
}

const quantityOf = (text: string, scan: Scan): Quantity => {
  const { token, unit, kind, unitEnd } = scan
  const { start, end, low, high, slack } = token
  return {
    start,
    end,
    text: text.slice(start, end),
    low,
    high,
    unit,
    kind,
    hedge: hedgeOf(text, scan),
    subject: '',
    slack,
    unitEnd,
  }
}

/**
 * Finds every statement of how many or how much in normalised text, and apart from them dates, periods
 * and ordinals. One pass; the time is linear in the length.
 */
export const findQuantities = (text: string): FoundQuantities => {
  const quantities: Quantity[] = []
  const dates: DateMention[] = []
  const ordinals: Ordinal[] = []
  for (let i = 0; i < text.length; ) {
    const kind = starts[text.charCodeAt(i)]
    if (kind === 0) {
      i++
      continue
    }
    const date = readDate(text, i)
    if (date) {
      dates.push(date)
      i = date.end
      continue
    }
    if (kind === 3) {
      ordinal.lastIndex = i
      const match = ordinal.exec(text)
      if (match)
        ordinals.push({ start: i, end: i + match[0].length, text: match[0], value: Number(match[1]) })
      i += match ? match[0].length : 1
      continue
    }
    if (kind === 2 && isNumeralWord(text, i)) {
      i += 2
      continue
    }
    const token = readNumber(text, i)
    const scan = token && (readCount(text, token) ?? readListed(text, token))
    if (scan) quantities.push(quantityOf(text, scan))
    i = scan ? scan.unitEnd : Math.max(i + 1, token?.end ?? 0)
  }
  subjectsOf(text, quantities)
  return { quantities, dates, ordinals }
}
