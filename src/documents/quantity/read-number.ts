import { multiplierValue, numeralValue, vagueNumeralRange } from './numeral.ts'

/** A number as written, before anything is known of what it counts. */
export interface NumberToken {
  start: number
  end: number
  low: number
  high: number
  /** Half a unit of the last digit printed, see `Quantity.slack`. */
  slack: number
  /** 多 or 余 between number and multiplier (500余万); 几 within (几十). */
  inner: 'over' | 'about' | undefined
  form: 'arabic' | 'numeral' | 'fraction' | 'ratio' | 'percent-numeral'
  /** A magnitude without a number: 万 in 万余人, 亿 in 亿元以上. */
  bareMagnitude: boolean
  range: boolean
  /** All terms of a ratio such as 5:3:2. */
  terms?: number[]
  decimals: number
}

const arabic = /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?/y
const multiplier =
  /([多余来几])?((?:[百十]万|[千百]亿|万亿|千万|百万|十亿|十万|[万亿百]|千(?![克米瓦伏卡焦赫帕字升]))+)(?![分](?:之|点))/y
const continued = /(\d+(?:\.\d+)?)((?:千万|百万|万|千(?![克米瓦伏卡焦赫帕字升])|百)+)/y
const numeral =
  /[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几数]+(?:点[〇零一二三四五六七八九]+)?/y
const innerHedge = /([多余来几])((?:万亿|千万|百万|万|亿)+)/y
const fraction =
  /(百|千|万|[二三四五六七八九十两]+|\d{1,3})分之([〇零一二两三四五六七八九十百点几]+|\d+(?:\.\d+)?)(?:([多余])|([-—–~～至到])(?:百分之)?([〇零一二两三四五六七八九十百点]+|\d+(?:\.\d+)?))?/y
const slashFraction = /([1-9]\d?)\/([1-9]\d{0,2})(?![\d/年月])/y
const ratio = /(\d+(?:\.\d+)?)(?:[::比]\d+(?:\.\d+)?)+/y
const rangeSign = /\s?(?:%|℃|万|亿)?\s?(?:-{1,2}|—{1,2}|–|~|～|至|到)\s?(?=\d)/y

const digitsAfterPoint = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const plain = (text: string): number => Number(text.replaceAll(',', ''))

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index
  return pattern.exec(text)
}

const readArabic = (text: string, start: number): NumberToken | undefined => {
  const match = at(arabic, text, start)
  if (!match) return undefined
  let end = start + match[0].length
  let value = plain(match[0])
  const decimals = match[2] ? match[2].length - 1 : 0
  let slack = decimals > 0 ? 0.5 * 10 ** -decimals : 0
  let inner: NumberToken['inner']
  const by = at(multiplier, text, end)
  if (by) {
    const factor = multiplierValue(by[2]!)
    value = clean(value * factor)
    slack = 0.5 * factor * 10 ** -decimals
    end += by[0].length
    if (by[1]) inner = by[1] === '来' ? 'about' : 'over'
    let last = factor
    for (let next = at(continued, text, end); next; next = at(continued, text, end)) {
      const smaller = multiplierValue(next[2]!)
      if (smaller >= last) break
      value = clean(value + plain(next[1]!) * smaller)
      slack = 0.5 * smaller * 10 ** -digitsAfterPoint(next[1]!)
      last = smaller
      end += next[0].length
    }
  }
  return {
    start,
    end,
    low: value,
    high: value,
    slack,
    inner,
    form: 'arabic',
    bareMagnitude: false,
    range: false,
    decimals,
  }
}

/** Products such as 4.6 × 10000 without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(14))

/** Two neighbouring digits mean a span: 两三(个) 2–3, 七八(十) 70–80. */
const neighbours = /^([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/
const tensNeighbours = /^([一二三四五六七八九]?十)([一二两三四五六七八])([二三四五六七八九])$/

const readNumeral = (text: string, start: number): NumberToken | undefined => {
  const match = at(numeral, text, start)
  if (!match) return undefined
  const written = match[0]
  let end = start + written.length
  const token: NumberToken = {
    start,
    end,
    low: Number.NaN,
    high: Number.NaN,
    slack: 0,
    inner: undefined,
    form: 'numeral',
    bareMagnitude: /^[百千万亿]+$/.test(written),
    range: false,
    decimals: 0,
  }
  const pair = neighbours.exec(written)
  const tens = tensNeighbours.exec(written)
  if (/[几数]/.test(written)) {
    if (!/^(?:[几数](?:十|百|千|万|亿)|[一二三四五六七八九]?十[几数])/.test(written)) return undefined
    ;[token.low, token.high] = vagueNumeralRange(written)
    token.inner = 'about'
  } else if (pair && numeralValue(pair[2]!) === numeralValue(pair[1]!) + 1) {
    token.low = numeralValue(pair[1]! + pair[3]!)
    token.high = numeralValue(pair[2]! + pair[3]!)
    token.range = true
  } else if (tens) {
    token.low = numeralValue(tens[1]! + tens[2]!)
    token.high = numeralValue(tens[1]! + tens[3]!)
    token.range = true
  } else {
    token.low = token.high = numeralValue(written)
    const by = at(innerHedge, text, end)
    if (by && !/[万亿]$/.test(written)) {
      token.low = token.high = clean(token.low * multiplierValue(by[2]!))
      token.inner = by[1] === '来' ? 'about' : 'over'
      end += by[0].length
    }
  }
  if (Number.isNaN(token.low)) return undefined
  token.end = end
  return token
}

const readFraction = (text: string, start: number): NumberToken | undefined => {
  const match = at(fraction, text, start)
  if (!match) return undefined
  const value = (part: string): number =>
    /^\d/.test(part) ? Number(part) : part.includes('几') ? Number.NaN : numeralValue(part)
  const denominator = value(match[1]!)
  const first = value(match[2]!)
  const second = match[5] ? value(match[5]) : first
  if (Number.isNaN(first) || Number.isNaN(second)) return undefined
  const percent = match[1] === '百' || match[1] === '100'
  const scale = percent ? 1 : 1 / denominator
  const decimals = digitsAfterPoint(match[2]!)
  return {
    start,
    end: start + match[0].length - (match[3] ? 1 : 0),
    low: first * scale,
    high: second * scale,
    slack: percent ? 0.5 * 10 ** -decimals : 0,
    inner: undefined,
    form: percent ? 'percent-numeral' : 'fraction',
    bareMagnitude: false,
    range: match[5] !== undefined,
    decimals,
  }
}

const readSlashFraction = (text: string, start: number): NumberToken | undefined => {
  const match = at(slashFraction, text, start)
  if (!match) return undefined
  const [above, below] = [Number(match[1]), Number(match[2])]
  if (
    above >= below ||
    /[\d/.]/.test(text[start - 1] ?? '') ||
    !(
      /[占近约超达有的减为到将][^,。;]{0,6}$/.test(text.slice(Math.max(0, start - 8), start)) ||
      /^以[上下]/.test(text.slice(start + match[0].length, start + match[0].length + 2))
    )
  )
    return undefined
  return {
    start,
    end: start + match[0].length,
    low: above / below,
    high: above / below,
    slack: 0,
    inner: undefined,
    form: 'fraction',
    bareMagnitude: false,
    range: false,
    decimals: 0,
  }
}

const readRatio = (text: string, start: number): NumberToken | undefined => {
  const match = at(ratio, text, start)
  if (!match) return undefined
  const terms = match[0].split(/[::比]/).map(Number)
  const clock =
    !match[0].includes('.') && terms.length <= 3 && terms[0]! <= 24 && /[::]\d\d(?:[::]\d\d)?$/.test(match[0])
  const around =
    text.slice(Math.max(0, start - 12), start) +
    text.slice(start + match[0].length, start + match[0].length + 6)
  if (clock && !/比例|[之配占]比|比率|比为|按/.test(around)) return undefined
  return {
    start,
    end: start + match[0].length,
    low: terms[0]!,
    high: terms.at(-1)!,
    slack: 0,
    inner: undefined,
    form: 'ratio',
    bareMagnitude: false,
    range: false,
    terms,
    decimals: 0,
  }
}

/** 3—5万: the multiplier of the second counts for the first where the first has none and is the smaller. */
const joinRange = (text: string, first: NumberToken): NumberToken => {
  const sign = at(rangeSign, text, first.end)
  if (!sign) return first
  const second = readArabic(text, first.end + sign[0].length)
  if (!second) return first
  const between = sign[0]
  const firstPlain = /^[\d.,]+$/.test(text.slice(first.start, first.end))
  let low = first.low
  const factor = multiplierValue(/[十百千万亿]+$/.exec(text.slice(second.start, second.end))?.[0] ?? '')
  if (firstPlain && factor > 1 && !/[万亿]/.test(between) && low * factor < second.low)
    low = clean(low * factor)
  if (low >= second.low) return first
  if (/[至到]/.test(between) && /[从由]/.test(text.slice(Math.max(0, first.start - 2), first.start)))
    return first
  return { ...first, end: second.end, low, high: second.low, slack: second.slack, range: true }
}

/** The number that begins at `start`, if one does. */
export const readNumber = (text: string, start: number): NumberToken | undefined => {
  const c = text.charCodeAt(start)
  if (c >= 0x30 && c <= 0x39) {
    const special = readFraction(text, start) ?? readRatio(text, start) ?? readSlashFraction(text, start)
    if (special) return special
    const number = readArabic(text, start)
    return number && joinRange(text, number)
  }
  return readFraction(text, start) ?? readNumeral(text, start)
}
