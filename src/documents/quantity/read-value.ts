import { numeralValue } from './numeral.ts'

/** A written value; `percent` where it is stated as a percentage (61.9 for 61.9%). */
export interface WrittenValue {
  value: number
  percent: boolean
}

const metric: Record<string, number> = { k: 1e3, K: 1e3, M: 1e6, m: 1e6, G: 1e9, T: 1e12 }
const units: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  亿: 1e8,
  兆: 1e12,
}

const decimal = /^(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:[eE]([+-]?\d+))?/

/** Arabic digits with multipliers between and after them: 3万4000, 1千零20, 2千零30万, 20万亿. */
const mixedValue = (text: string): number => {
  let total = 0
  let section = 0
  for (let rest = text; rest; rest = rest.replace(/^[零〇]/, '')) {
    const number = decimal.exec(rest)?.[0]
    if (number === undefined) return Number.NaN
    const run = /^[多余来几]?([十百千万亿兆]*)[多余来几]?([万亿]*)/.exec(rest.slice(number.length))!
    const multipliers = [...run[1]!, ...run[2]!].map((c) => units[c]!)
    const product = (list: number[]): number => list.reduce((a, b) => a * b, 1)
    const large = product(multipliers.filter((u) => u >= 1e4))
    section += Number(number.replaceAll(',', '')) * product(multipliers.filter((u) => u < 1e4))
    if (large > 1) {
      total += section * large
      section = 0
    }
    rest = rest.slice(number.length + run[0].length)
    if (multipliers.length === 0 && rest) return Number.NaN
  }
  return total + section
}

const plainValue = (text: string): number => {
  if (text === '') return Number.NaN
  const sign = /^[-−负]/.exec(text)
  if (sign) return -plainValue(text.slice(1))
  if (/^[\d.]/.test(text)) {
    const power = /^([\d.]+)\^([+-]{0,2}\d+)$/.exec(text)
    if (power) return Number(power[1]) ** Number(power[2]!.replace(/^--/, ''))
    const match = decimal.exec(text)
    if (match && match[0].length === text.length) return Number(text.replaceAll(',', ''))
    const suffix = /^([\d.,]+)([kKmMGT])$/.exec(text)
    if (suffix) return Number(suffix[1]!.replaceAll(',', '')) * metric[suffix[2]!]!
    const slash = /^(\d+)\/(\d+)$/.exec(text)
    if (slash) return Number(slash[1]) / Number(slash[2])
    return mixedValue(text)
  }
  if (text === '半') return 0.5
  if (text.startsWith('半百')) return 50
  // 几 and 余 name no digit: 二十几万 is told as 200,000
  return numeralValue(
    text
      .replace(/[几余多来]/g, '')
      .replace(/^俩/, '两')
      .replaceAll('俩', '两'),
  )
}

/** A number, whole or with a fraction: 三百五又三分之一, 16分之5, 4 6/3. */
const fractionValue = (text: string): number => {
  const sign = /^[-−负]/.exec(text)
  if (sign) return -fractionValue(text.slice(1))
  const [whole, fraction] = text.includes('又') ? text.split('又') : ['', text]
  const parts = fraction!.split('分之')
  if (parts.length !== 2) return plainValue(text)
  const added = plainValue(parts[1]!) / plainValue(parts[0]!)
  return whole ? plainValue(whole) + added : added
}

const tenths = /^(.*?)([成折])(半|[\d〇零一二三四五六七八九]?)$/

/** 七成六 76, 九九折 99, 半折 50, 对折 50. */
const tenthsValue = (text: string): number => {
  if (text === '对折' || text === '半折') return 50
  const match = tenths.exec(text)
  if (!match) return Number.NaN
  const [, head, , tail] = match
  const rest = tail === '半' ? 5 : tail ? plainValue(tail) : 0
  // 七二折 drops the point
  const digits = /^[\d一二三四五六七八九]{2}$/.test(head!) && !head!.includes('十')
  const base = head === '半' ? 5 : plainValue(head!) * (digits && head !== '10' ? 1 : 10)
  return base + rest
}

/**
 * The value of a number written alone, in any of the ways Chinese text has: digits, numerals plain and
 * financial, mixed, fractions, percentages, 成 and 折, powers, 打 (dozens). Undefined where it is none.
 * Expects normalised text; spaces do not matter, save between a whole and its fraction.
 */
export const readValue = (written: string): WrittenValue | undefined => {
  const mixed = /^\s*([-−负]?)(\d+)\s+(\d+)\/(\d+)\s*$/.exec(written)
  if (mixed) {
    const value = Number(mixed[2]) + Number(mixed[3]) / Number(mixed[4])
    return { value: mixed[1] ? -value : value, percent: false }
  }
  const text = written.replace(/\s+/g, '').replace(/^[+]/, '')
  const found = (value: number, percent: boolean): WrittenValue | undefined =>
    Number.isNaN(value) ? undefined : { value, percent }
  const points = /^(.*?)(?:%|个?百分点)$/.exec(text)
  if (points) return found(fractionValue(points[1]!), true)
  if (/[成折]/.test(text)) return found(tenthsValue(text), true)
  const dozens = /^(.+)打$/.exec(text)
  if (dozens) return found(plainValue(dozens[1]!) * 12, false)
  const percent = /^([百佰]|100)分之(.+)$/.exec(text)
  if (percent) return found(percent[2] === '百' ? 100 : plainValue(percent[2]!), true)
  return found(fractionValue(text), false)
}
