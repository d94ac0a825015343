import { findElement } from '../../../core/dictionary/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import { type FittedValue, fitted, unfit, type ValueStyle } from './element-value.ts'
import { listed, optionsOf } from './options.ts'

/** Units that can be turned into one another, by what one of them is in the first. */
const families: readonly Readonly<Record<string, number>>[] = [
  { 元: 1, 百元: 100, 千元: 1_000, 万元: 10_000, 万: 10_000, 百万元: 1_000_000, 亿元: 100_000_000 },
  {
    平方米: 1,
    平米: 1,
    'm²': 1,
    m2: 1,
    '㎡': 1,
    平方: 1,
    亩: 10_000 / 15,
    公顷: 10_000,
    平方公里: 1_000_000,
  },
  { 米: 1, m: 1, 厘米: 0.01, cm: 0.01, 公里: 1_000, 千米: 1_000, km: 1_000 },
  { 人: 1, 名: 1, 个: 1, 万人: 10_000 },
  { 户: 1, 万户: 10_000 },
  { 件: 1, 宗: 1, 起: 1, 个: 1, 条: 1 },
  { 岁: 1, 周岁: 1 },
  { 间: 1 },
  { 页: 1 },
  { '%': 1, 百分比: 1, '‰': 0.1 },
]

/** Periods matter: 元/月 is not 元/年. */
const split = (unit: string): { unit: string; per: string } => {
  const [of = '', per = ''] = compactText(unit).split(/[/每]/)
  return { unit: of.toLowerCase(), per: per.replace(/^(人|户|次)$/, '') }
}

const factor = (from: string, to: string): number | null => {
  if (from === to) return 1
  const family = families.find((one) => from in one && to in one)
  return family ? family[from]! / family[to]! : null
}

/** `60-69`, `80岁以上`, `3人及以下` as the numbers between. */
const band = (words: string): [number, number] | null => {
  const text = compactText(words).replace(/周岁|岁|人|元|户|口/g, '')
  const span = /^(\d+(?:\.\d+)?)(?:[-~～—–至到]+)(\d+(?:\.\d+)?)$/.exec(text)
  if (span) return [Number(span[1]), Number(span[2])]
  const over = /^(\d+(?:\.\d+)?)(?:\(含\)|及|含)?以上$|^≥(\d+)$/.exec(text)
  if (over) return [Number(over[1] ?? over[2]), Number.POSITIVE_INFINITY]
  const under = /^(\d+(?:\.\d+)?)(?:及|含)?以下$|^≤(\d+)$/.exec(text)
  return under ? [Number.NEGATIVE_INFINITY, Number(under[1] ?? under[2])] : null
}

/** A number in the unit that the form asks for; where it offers bands such as 60-69岁, the band. */
export const fitNumber = (number: number, given: string | undefined, style: ValueStyle): FittedValue => {
  const own = given ?? (style.key === null ? undefined : findElement(style.key)?.unit)
  const shown = convert(number, own, style)
  if (typeof shown === 'string') return unfit(shown)
  const options = style.options && style.options.length > 0 ? optionsOf(style) : null
  if (options) {
    const exact = options.find(({ written }) => Number(compactText(written)) === shown)
    const inBand = options.filter(({ words, written }) => {
      const [low, high] = band(words) ?? band(written) ?? [1, 0]
      return shown >= low && shown <= high
    })
    if (exact) return fitted(exact.written)
    if (inBand.length === 1) return fitted(inBand[0]!.written)
    return unfit(`${shown} 不在表格的下拉选项里（${listed(options)}）。`)
  }
  if (style.format?.includes('%') && own === '%') return fitted(tidy(shown / 100))
  return fitted(style.format === '@' ? String(shown) : shown)
}

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12))

const convert = (number: number, own: string | undefined, style: ValueStyle): number | string => {
  if (own === undefined || style.unit === undefined) return number
  const [from, to] = [split(own), split(style.unit)]
  if (from.per !== '' && to.per !== '' && from.per !== to.per)
    return `我们有的是每${from.per}的数，表里要每${to.per}的数，不能直接换算。`
  const ratio = factor(from.unit, to.unit)
  return ratio === null ? `我们有的以“${own}”计，表里要以“${style.unit}”计，不能换算。` : tidy(number * ratio)
}
