import type { Quantity } from '../../quantity/index.ts'
import { intervalOf, isExact, lastDigit, meet, shareOf, widened } from '../interval.ts'
import type { Passage } from '../passage.ts'
import { printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import { type Item, sentencesOf } from './sentence.ts'

/** Between a part and its own share: 件,占; 人(占总数的. */
const own =
  /^[^,;。()]{0,8}[,(、]?(?:约|各)?(?:占(?:比|全[部体]|总[^,;]{0,5})?|所占比[例重]|比[例重])[^,;。、()]{0,12}$/
const elsewhere = /全[国省市区县]|比上年|同比|提高|上升|下降|目标/

interface Pair {
  part: Item
  share: Item
}

const isShareOf = (part: Item | undefined, item: Item): part is Item =>
  part !== undefined &&
  item.quantity.kind === 'percent' &&
  item.quantity.unit === '%' &&
  /^(?:count|money|measure)$/.test(part.quantity.kind) &&
  own.test(item.before) &&
  !elsewhere.test(item.before)

const agrees = ({ part, share }: Pair, whole: Quantity): boolean =>
  meet(shareOf(part.quantity, whole), widened(intervalOf(share.quantity), lastDigit(share.quantity) / 2))

const relationOf = ({ part, share }: Pair, whole: Quantity, holds: boolean): Relation => ({
  kind: 'share',
  holds,
  result: share.quantity,
  terms: { part: part.quantity, whole },
  certain: false,
  arithmetic: `${printQuantity(part.quantity)}÷${printQuantity(whole)} = ${printPercent((part.quantity.low / whole.low) * 100, share.quantity)} ${holds ? '=' : '≠'} ${share.quantity.text.replace('百分之', '')}%`,
})

/** How far back the whole of a list of shares may stand, in figures. */
const farthest = 6

/**
 * Parts each with its share (直办37527件,占52.7%,转办33657件,占47.3%): their whole is the figure before the
 * list that most of them agree with, and the others do not.
 */
export const findListedShares = (passage: Passage): Relation[] => {
  const out: Relation[] = []
  if (!passage.quantities.some((x) => x.kind === 'percent')) return out
  const items = sentencesOf(passage).flatMap((sentence) => sentence.items)
  const parts = new Set<Item>()
  for (let at = 1; at < items.length; at++)
    if (isShareOf(items[at - 1], items[at]!)) parts.add(items[at - 1]!)
  if (parts.size < 2) return out
  for (let at = 0; at < items.length; ) {
    if (!parts.has(items[at]!)) {
      at++
      continue
    }
    const pairs: Pair[] = []
    const first = at
    let next = at
    for (; next < items.length && next - at < 5; next++) {
      const item = items[next]!
      if (!parts.has(item) || !sameUnit(item.quantity, items[first]!.quantity)) continue
      pairs.push({ part: item, share: items[next + 1]! })
      at = next + 1
    }
    at++
    if (pairs.length < 2) continue
    const [biggest] = pairs.map((x) => x.part.quantity).sort((a, b) => b.low - a.low)
    const wholes = items
      .slice(Math.max(0, first - farthest), first)
      .filter((x) => !parts.has(x) && sameUnit(x.quantity, biggest!) && x.quantity.low >= biggest!.low)
      .map((x) => x.quantity)
    const scored = wholes.map((whole) => ({ whole, n: pairs.filter((x) => agrees(x, whole)).length }))
    const best = scored.sort((a, b) => b.n - a.n)[0]
    if (!best || best.n === 0) continue
    const exact = isExact(best.whole, ...pairs.flatMap((x) => [x.part.quantity, x.share.quantity]))
    for (const pair of pairs) {
      const holds = agrees(pair, best.whole)
      // With two shares that do not agree, nobody knows which whole was meant, unless one share fits well.
      if (holds || exact) out.push(relationOf(pair, best.whole, holds))
    }
  }
  return out
}

const none: Set<Quantity> = new Set()

/** Parts that have a share of their own: they are no whole of the shares after them. */
export const partsWithShares = (passage: Passage): Set<Quantity> => {
  if (!passage.quantities.some((x) => x.kind === 'percent')) return none
  const items = sentencesOf(passage).flatMap((sentence) => sentence.items)
  return new Set(
    items.filter((x, at) => items[at + 1] && isShareOf(x, items[at + 1]!)).map((x) => x.quantity),
  )
}
