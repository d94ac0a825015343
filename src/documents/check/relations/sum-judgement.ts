import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, intervalsOf, isExact, meet, sumOf } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { Q } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { looksLikeSlip, oneSlipExplains } from './slip.ts'

const isQuantity = new RegExp(Q)
/** More parts than a sentence has; the walk over a list ends there. */
export const mostParts = 24

export const total = (list: Quantity[]): number => list.reduce((sum, q) => sum + q.low, 0)

/** Whether the first parts, or all but some, make the whole: then the others overlap and nothing is wrong. */
export const someMakeWhole = (list: Quantity[], whole: Quantity): boolean => {
  if (list.length > 10) return false
  const exactly = isExact(whole, ...list)
  const wanted = exactly ? { low: whole.low - 1e-6, high: whole.low + 1e-6 } : intervalOf(whole)
  const each = exactly ? list.map(({ low }) => ({ low, high: low })) : list.map(intervalOf)
  // Of small numbers some always happen to make the whole: there only the first or the last ones count.
  if (whole.text.replace(/\D/g, '').replace(/0+$/, '').length <= 2 && whole.low < 1000) {
    if (list.length < 4) return false
    let [first, last] = [0, 0]
    return list.some((_, i) => {
      first += list[i]!.low
      last += list[list.length - 1 - i]!.low
      return i > 0 && i < list.length - 1 && (first === whole.low || last === whole.low)
    })
  }
  const from = (at: number, chosen: number, low: number, high: number): boolean => {
    if (chosen >= 2 && meet({ low, high }, wanted)) return true
    if (at === each.length || low > wanted.high) return false
    const next = each[at]!
    return from(at + 1, chosen + 1, low + next.low, high + next.high) || from(at + 1, chosen, low, high)
  }
  return from(0, 0, 0, 0)
}

/** Digits of two numbers apart from zeros that both end in: of 2300 and 2000 two. */
const significant = (a: number, b: number): number =>
  String(b).replace('.', '').length - Math.min(...[a, b].map((x) => /0*$/.exec(String(x))![0].length))

export const sumRelation = (
  whole: Quantity,
  list: Quantity[],
  holds: Relation['holds'],
  certain: boolean,
): Relation => {
  const sum = total(list)
  return {
    kind: 'sum',
    holds,
    result: whole,
    terms: { parts: list },
    certain,
    arithmetic: `${list.map(printQuantity).join('+')} = ${printNumber(sum)} ${holds === false ? '≠' : '='} ${printQuantity(whole)}`,
  }
}

/** A closed division: its parts must make the whole. */
const partitions: [RegExp, RegExp][] = [
  [/男/, /女/],
  [/城[镇市]/, /农村|乡村/],
  [/正式/, /预备/],
  [/机关/, /企业/],
  [/A类|甲类|一类/, /B类|乙类|二类/],
  [/线上/, /线下/],
  [/地上/, /地下/],
  [/室内/, /室外/],
  [/财政|政府|上级|市级|区级/, /自筹|社会|居民|单位/],
  [/市级/, /区级/],
  [/专职|全职/, /兼职/],
  [/公办/, /民办/],
  [/本科/, /大专|专科/],
  [/上半年/, /下半年/],
  [/水田/, /旱地/],
  [/固定/, /流动|临时/],
  [/新建/, /[改扩]建|改造/],
  [/进口/, /出口/],
  [/夏粮/, /秋粮/],
  [/非税/, /税收/],
  [/集中/, /分散/],
  [/门诊/, /住院/],
  [/直接/, /间接/],
  [/户籍/, /非户籍/],
  [/已/, /未|正在/],
]
/** Sex, age and schooling cut across other divisions: 党员120人、女性210人 are no parts of one whole. */
const crossing = [/[男女]/, /岁/, /学历|本科|大专|研究生/]
export const cutsAcross = (passage: Passage, from: number, end: number): boolean => {
  const labels = passage.skeleton.slice(from, end).split(isQuantity).slice(0, -1)
  return crossing.some((dimension) => {
    const n = labels.filter((label) => dimension.test(label)).length
    return n > 0 && n < labels.length
  })
}

export const isClosed = (passage: Passage, from: number, end: number, list: Quantity[]): boolean => {
  const words = passage.skeleton.slice(from, end)
  return (
    list.length === 2 && partitions.some(([a, b]) => a.test(words) && b.test(words) && !/[岁]/.test(words))
  )
}

export const judgeSum = (
  whole: Quantity,
  list: Quantity[],
  complete: 'surely' | 'likely' | 'perhaps',
): Relation | undefined => {
  if (list.length < 2 || list.length > mostParts) return undefined
  const sum = total(list)
  const [wanted, ...each] = intervalsOf([whole, ...list])
  if (meet(sumOf(each), wanted!)) return sumRelation(whole, list, true, false)
  if (someMakeWhole(list, whole)) return undefined
  const exact = isExact(whole, ...list)
  const near =
    (sum > whole.low * 0.5 && sum < whole.low * 1.5) ||
    (exact && sum > whole.low * 0.3 && sum < whole.low * 3 && oneSlipExplains(whole, list))
  if (complete === 'surely')
    return near || list.length > 2 ? sumRelation(whole, list, false, exact) : undefined
  if (complete === 'likely')
    return near ? sumRelation(whole, list, false, false) : sumRelation(whole, list, 'unclear', false)
  const close = sum / whole.low
  const parts = (list.every((q) => q.low < whole.low) || oneSlipExplains(whole, list)) && exact
  const likely =
    (list.length >= 3 && close > 0.85 && close < 1.5) ||
    (looksLikeSlip(sum, whole.low) &&
      whole.low >= 20 &&
      (list.length > 2 || significant(sum, whole.low) > 2) &&
      close > (list.length > 2 ? 0.7 : 0.8) &&
      close < 1.4) ||
    (close > 0.95 && close < 1.3 && (close > 1 || whole.low >= 20)) ||
    (close > 0.4 && close < 2.5 && oneSlipExplains(whole, list))
  if (parts && likely) return sumRelation(whole, list, false, false)
  return sumRelation(whole, list, 'unclear', false)
}
