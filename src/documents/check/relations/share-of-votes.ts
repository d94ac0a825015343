import { isExact } from '../interval.ts'
import { printNumber, printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'
import type { Item } from './sentence.ts'
import { lastClause, statedPercent } from './share-judgement.ts'

const votes = /同意|赞成|反对|弃权/

/** 同意1640户,反对210户,弃权150户,同意率82%: all votes are the whole. */
export const voteAt = (items: Item[], at: number): Relation | undefined => {
  const item = items[at]!
  const stated = statedPercent(item)
  const name = /(同意|赞成|支持)(?:率|占比|比例)[^,;。]{0,4}$/.exec(item.before)?.[1]
  if (!stated || name === undefined) return undefined
  const cast: Item[] = []
  for (const vote of items.slice(0, at).reverse()) {
    const same = cast[0] === undefined || sameUnit(vote.quantity, cast[0].quantity)
    if (!same || !votes.test(lastClause(vote.before)) || /[率总共]/.test(lastClause(vote.before))) break
    cast.unshift(vote)
  }
  const yes = cast.find((vote) => /同意|赞成/.test(vote.before) && !/不/.test(vote.before))
  if (!yes || cast.length < 2 || !cast.some((vote) => /反对|不同意/.test(vote.before))) return undefined
  if (!isExact(item.quantity, ...cast.map((vote) => vote.quantity))) return undefined
  const whole = cast.reduce((sum, vote) => sum + vote.quantity.low, 0)
  const share = (yes.quantity.low / whole) * 100
  const holds = share >= stated.low && share <= stated.high
  return {
    kind: 'share',
    holds,
    result: item.quantity,
    terms: { part: yes.quantity, parts: cast.map((vote) => vote.quantity) },
    certain: false,
    arithmetic: `${printQuantity(yes.quantity)}÷(${cast.map((vote) => printQuantity(vote.quantity)).join('+')}) = ${printPercent(share, item.quantity)} ${holds ? '=' : '≠'} ${printNumber(stated.value)}%`,
  }
}
