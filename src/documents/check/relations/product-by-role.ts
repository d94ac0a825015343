import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, meet, nearly, timesOf } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { printNumber, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { unitClass } from '../unit-class.ts'
import { type Item, sentencesOf } from './sentence.ts'
import { isTellingSlip } from './slip.ts'

const eachWord =
  /每[^,、;每]{0,10}$|各[^,、;级类]{0,6}$|(?:单价|均价|单[\u4e00-\u9fff]{1,2}(?:成本|价格?|造价|费用)|单[个台套件]|单个[\u4e00-\u9fff]{0,4}(?:造价|成本|投资|费用|价格))[为是约]?$|分别(?:[下划]?拨付?|发放|安排|给予|补[助贴]|奖励|配[备发套]|投入)[^,、;]{0,10}$|[按以](?:每[^,、;]{0,8})?$/
const totalWord =
  /每月|每年|共|计(?!划)|总|支出|发放|投入|花费|耗资|培训|配备|安排|服务|惠及|需|补贴|补助|招收|覆盖|费$|金额|额$/

const people = /^(?:人|名|位|人次)$/
const sameTotal = (total: Quantity, each: Quantity): boolean => {
  const unit = each.unit.replace(/[/每].*$/, '')
  return (
    total.unit === unit ||
    (total.kind === each.kind && unitClass(total) === unitClass(each)) ||
    (people.test(total.unit) && people.test(unit))
  )
}

const rated = ({ quantity, before }: Item): boolean =>
  (/^(?:count|money|measure)$/.test(quantity.kind) || /^(?:个?小时|分钟|[课学]时)$/.test(quantity.unit)) &&
  quantity.low > 0 &&
  !/至少|不少|均(?!价)/.test(before) &&
  (eachWord.test(before) || (/[/每]/.test(quantity.unit) && !/[月年天日时]$/.test(quantity.unit)))

/** Whether the count is of what the rate is for: 每期 and 2期, 每个社区 and 14个社区. */
const named = (count: Item, each: Item, total: Item): boolean => {
  const pers = [...each.before.matchAll(/每个?([^,、;每])/g)].map((m) => m[1]!)
  if (/[/每]/.test(each.quantity.unit)) pers.push(each.quantity.unit.replace(/^.*[/每]/, ''))
  const name = count.quantity.unit + count.quantity.subject
  return (
    /单价|均价|各|单[\u4e00-\u9fff]{1,2}(?:成本|价|造价|费用)|单[个台套件]|分别/.test(each.before) ||
    // 120名老人购买保险,每份60元: one apiece.
    (/每[份套张本件箱盒袋支]/.test(each.before) && /^[人名位户]$/.test(count.quantity.unit)) ||
    // 每月100元, 240人, 每月2.4万元: both by the month, so the count is of what gets it.
    (pers.length > 0 && pers.every((per) => new RegExp(`每个?${per}`).test(total.before))) ||
    pers.some(
      (per) =>
        (/[人名位]/.test(per) && people.test(count.quantity.unit)) ||
        name.includes(per) ||
        (/[日晚夜早]/.test(per) && count.quantity.unit === '天'),
    )
  )
}

/** 每名每月20户, 12名每月共240户: the total is by the month as the rate is. */
const otherRate = (each: Item, total: Item): boolean =>
  [...total.before.matchAll(/每[\u4e00-\u9fff]/g)].some(([per]) => !each.before.includes(per))

/** 每栋更换18盏,…,更换432盏: what is done to each is done to all. */
const sameVerb = (each: Item, total: Item): boolean => {
  const verb = /每个?[\u4e00-\u9fff]{1,3}?([\u4e00-\u9fff]{2})$/.exec(each.before)?.[1]
  return verb !== undefined && total.before.includes(verb)
}

/** 每人每天12元,86名老人,30天: two counts, and the rate is for one of each. */
const eachOfEach = (counts: Item[], each: Item, total: Item): Relation | undefined => {
  const pers = [...each.before.matchAll(/每个?([人名户天日月次场期])/g)].map((m) => m[1]!)
  const [one, other] = pers.map((per) =>
    counts.filter(({ quantity: { unit } }) =>
      /[人名]/.test(per) ? people.test(unit) : /[天日]/.test(per) ? unit === '天' : unit.includes(per),
    ),
  )
  if (pers.length !== 2 || one?.length !== 1 || other?.length !== 1 || one[0] === other[0]) return undefined
  const [a, b] = [one[0]!.quantity, other[0]!.quantity]
  if (!isExact(a, b, each.quantity, total.quantity)) return undefined
  const product = a.low * b.low * each.quantity.low
  const holds = meet(
    timesOf(timesOf(intervalOf(a), intervalOf(b)), intervalOf(each.quantity)),
    intervalOf(total.quantity),
  )
  return holds || nearly(product, total.quantity.low, 0.45)
    ? {
        kind: 'product',
        holds,
        result: total.quantity,
        terms: { count: [a, b], each: each.quantity },
        certain: false,
        arithmetic: `${printNumber(a.low)}×${printNumber(b.low)}×${printQuantity(each.quantity)} = ${printNumber(product)} ${holds ? '=' : '≠'} ${printQuantity(total.quantity)}`,
      }
    : undefined
}

/** 每个网格配备1名专职和2名兼职网格员,兼职网格员共72名: a second rate, and the total bears its name. */
const secondRate = (items: Item[], at: number): Item => {
  const [first, item] = [items[at - 1], items[at]!]
  const name = item.after.split(/[,;]/)[0]!
  const goesOn =
    first && /每/.test(first.before) && rated(first) && /^[^,;]{0,8}[和及、与]$/.test(item.before)
  const total = items[at + 1]
  return goesOn && total && name.length >= 2 && total.before.includes(name)
    ? { ...item, before: first.before }
    : item
}

/** Count × rate = total where no single wording says so: 采购350具,单价80元,支出2.8万元. */
const productAt = (items: Item[], at: number): Relation | undefined => {
  const each = secondRate(items, at)
  if (!rated(each)) return undefined
  const total = items
    .slice(at + 1, at + 4)
    .find(
      (x) =>
        sameTotal(x.quantity, each.quantity) &&
        (totalWord.test(x.before) || sameVerb(each, x)) &&
        !/其中/.test(x.before) &&
        !otherRate(each, x),
    )
  if (!total) return undefined
  const until = items.indexOf(total)
  const counts = [...items.slice(Math.max(0, at - 3), at), ...items.slice(at + 1, until)].filter(
    ({ quantity: { kind, low, unit }, before }) =>
      (kind === 'count' || unit === '天') && low > 1 && !eachWord.test(before),
  )
  const make = (count: Item, holds: boolean): Relation => ({
    kind: 'product',
    holds,
    result: total.quantity,
    terms: { count: count.quantity, each: each.quantity },
    certain: false,
    arithmetic: `${printNumber(count.quantity.low)}×${printQuantity(each.quantity)} = ${printNumber(count.quantity.low * each.quantity.low)} ${holds ? '=' : '≠'} ${printQuantity(total.quantity)}`,
  })
  const both = eachOfEach(counts, each, total)
  if (both) return both
  const fits = counts.find((count) =>
    meet(timesOf(intervalOf(count.quantity), intervalOf(each.quantity)), intervalOf(total.quantity)),
  )
  if (fits) return make(fits, true)
  const [own] = counts.filter((count) => named(count, each, total))
  const only = own ?? counts[0]
  if (!only || counts.length > 1 || !isExact(only.quantity, each.quantity, total.quantity)) return undefined
  const product = only.quantity.low * each.quantity.low
  return nearly(product, total.quantity.low, own ? 0.45 : 0.3) || isTellingSlip(total.quantity.low, product)
    ? make(only, false)
    : undefined
}

export const findProductsByRole = (passage: Passage): Relation[] =>
  sentencesOf(passage).flatMap(({ items }) => items.flatMap((_, at) => productAt(items, at) ?? []))
