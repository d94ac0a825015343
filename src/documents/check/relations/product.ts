import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, meet, timesOf } from '../interval.ts'
import { indexOfQuantity, type Passage, Q, quantitiesIn, quantityAt } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { clauseEnd, stretchAround } from '../stretch-around.ts'
import { unitClass } from '../unit-class.ts'

const q = Q.slice(1, -1)
const no = `[^${q}。;]`
const rate = new RegExp(
  `(?:(?<=[,;、。]|^)(?=[人户场]均|单价|均价)|每)(单价|均价|人|名|位|户|家|个|月|年|季度?|次|场|期|周|天|日|件|套|台|辆|亩|平方米|栋|幢|处|所|组|支|班|户均|[\\u4e00-\\u9fff]{2})(?!年)均?(${no}{0,14}?)(${Q})`,
  'g',
)
const cue = /花费|总价|耗资|共计|合计|总计|总共|一共|共|累计|总额|总数|总量|计(?!划)|全年|[一年]年/

const calendar: Record<string, [RegExp, number][]> = {
  月: [
    [/全年|[一1]年|每年/, 12],
    [/[一每]?季度/, 3],
    [/半年/, 6],
  ],
  季: [[/全年|[一1]年/, 4]],
  季度: [[/全年|[一1]年/, 4]],
  周: [[/全年/, 52]],
}

const relation = (count: Quantity | number, each: Quantity, total: Quantity, holds: boolean): Relation => {
  const n = typeof count === 'number' ? count : count.low
  return {
    kind: 'product',
    holds,
    result: total,
    terms: typeof count === 'number' ? { each } : { count, each },
    certain: typeof count === 'number' ? isExact(each, total) : isExact(count, each, total),
    arithmetic: `${printNumber(n)}×${printQuantity(each)} = ${printNumber(n * each.low)} ${holds ? '=' : '≠'} ${printQuantity(total)}`,
  }
}

/** The sentence around `at`, as far as a rate and its total may lie apart. */
const sentenceBounds = (skeleton: string, at: number): [number, number] =>
  stretchAround(skeleton, at, clauseEnd, { before: 120, after: 160 })

const counts = (quantity: Quantity, per: string): boolean => {
  if (/价$/.test(per)) return quantity.kind === 'count'
  const own = unitClass(quantity)
  const groups: Record<string, RegExp> = {
    人: /^(?:人|名|位|口)$/,
    名: /^(?:人|名|位)$/,
    位: /^(?:人|名|位)$/,
    户: /^(?:户|家)$/,
    家: /^(?:户|家)$/,
    月: /^个月$/,
    年: /^年$/,
    场: /^(?:场|期|次)/,
    次: /^(?:场|期|次)/,
    期: /^(?:场|期|次)/,
    天: /^天$/,
    日: /^天$/,
    周: /^周$/,
    个: /^(?:个|处)$/,
    季: /^个季度$/,
    季度: /^个季度$/,
  }
  return (groups[per]?.test(quantity.unit) ?? quantity.unit === per) || own === per
}

const people = /^(?:人|名|人次)$/

const sameTotal = (total: Quantity, each: Quantity): boolean => {
  const unit = each.unit.replace(/[/每].*$/, '')
  return (
    total.unit === unit ||
    unitClass(total) === unitClass(each) ||
    (people.test(total.unit) && people.test(unit))
  )
}

interface Total {
  total: Quantity
  index: number
  /** The words before it. */
  gap: string
}

/** The first figure after the rate that may be its total: after 共计 and the like, or of money after a count. */
const totalAfter = (
  passage: Passage,
  each: Quantity,
  from: number,
  to: number,
  per: string,
): Total | undefined => {
  let gap = ''
  let counted = false
  for (let i = from; i < to; i++) {
    const quantity = quantityAt(passage, i)
    if (!quantity) {
      gap += passage.skeleton[i]
      continue
    }
    if (/其中|人均|户均|平均/.test(gap)) return undefined
    if (
      sameTotal(quantity, each) &&
      !counts(quantity, per) &&
      (cue.test(gap) || (counted && each.kind === 'money'))
    )
      return { total: quantity, index: i, gap }
    if (counts(quantity, per)) counted = true
    else if (sameTotal(quantity, each) && cue.test(gap)) return { total: quantity, index: i, gap }
    gap = ''
  }
  return undefined
}

/** Unit and noun of a count: 12个班次, 支队伍12支. */
const wordsOf = (passage: Passage, count: Quantity): string => {
  const at = indexOfQuantity(passage, count)
  return count.unit + passage.skeleton.slice(at + 1, at + 4)
}

const doing =
  /共计|合计|总计|总共|一共|共|累计|全年|开展|召开|举办|组织|完成|进行|发放|支出|投入|[一1]年|半年|,|,|了|的|已|约|配备|参加|培训/g

/** 每月集中整治1次,全年专项整治15次: the total is of something else. */
const namesAnother = (rated: string, totalled: string): boolean => {
  const [a, b] = [rated.replace(doing, ''), totalled.replace(doing, '')]
  return a.length >= 2 && b.length >= 4 && a !== b && !a.includes(b) && !b.includes(a)
}

/** 每个网格1名网格长、2名网格员: no single rate makes the total. */
const severalRates = (passage: Passage, each: Quantity, from: number, to: number): boolean => {
  const next = quantitiesIn(passage, from, to)[0]
  if (!next || !sameTotal(next, each)) return false
  return /^[^,。;]{0,6}[、和及]$/.test(passage.skeleton.slice(from, indexOfQuantity(passage, next)))
}

const agree = (count: Quantity | number, each: Quantity, total: Quantity): boolean =>
  meet(
    timesOf(typeof count === 'number' ? { low: count, high: count } : intervalOf(count), intervalOf(each)),
    intervalOf(total),
  )

/** Count × rate = total: 为120名老人每人发放500元,共6万元. */
export const findProducts = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  for (const match of passage.skeleton.matchAll(rate)) {
    const each = quantityAt(passage, match.index + match[0].length - 1)!
    const per = match[1]!
    if (each.kind === 'percent' || each.kind === 'ratio' || each.low === 0) continue
    if (/[增减]|均|占|至少|不少|不低/.test(match[2]!)) continue
    const [from, to] = sentenceBounds(passage.skeleton, match.index)
    const after = match.index + match[0].length
    const found = totalAfter(passage, each, after, to, per)
    if (!found) continue
    const { total, index, gap } = found
    const yearly = /每月/.test(match[2]!) && /全年|[一1]年/.test(gap)
    if (/每/.test(match[2]!) && !yearly) continue
    if (namesAnother(match[2]!, gap) || severalRates(passage, each, after, index)) continue
    const candidates = [
      ...quantitiesIn(passage, from, match.index),
      ...quantitiesIn(passage, after, index),
    ].filter(
      (x) => x !== each && x.kind !== 'percent' && (counts(x, per) || wordsOf(passage, x).includes(per)),
    )
    // 86栋楼每栋3个单元,每个单元1名: a count that is a rate itself is not all there are.
    if (
      candidates.some((x) => /每[^,;。]{0,6}$/.test(passage.skeleton.slice(0, indexOfQuantity(passage, x))))
    )
      continue
    const months = calendar[per]?.find(([words]) =>
      words.test(passage.skeleton.slice(from, match.index) + gap),
    )
    // 4个党支部每月各开展1次: so many times as many.
    const doers = /各/.test(match[2]!)
      ? quantitiesIn(passage, from, match.index).findLast((x) => x.kind === 'count')
      : undefined
    const options: (Quantity | number)[] =
      months && candidates.length === 0 ? [months[1] * (doers?.low ?? 1)] : candidates
    const rated = yearly ? { ...each, low: each.low * 12, high: each.high * 12 } : each
    const fits = options.find((count) => agree(count, rated, total))
    if (fits !== undefined) out.push(relation(fits, rated, total, true))
    // Of several counts, each may be a factor of its own: then nothing is certain.
    else if (options.length === 1) out.push(relation(options[0]!, rated, total, false))
  }
  return out
}
