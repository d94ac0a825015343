import type { Quantity } from '../../quantity/index.ts'
import type { Span } from '../finding.ts'
import {
  type Interval,
  intervalOf,
  intervalsOf,
  isExact,
  lastDigit,
  meet,
  minusOf,
  quotientOf,
  timesOf,
  widened,
} from '../interval.ts'
import { printNumber, printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import { sameUnit } from '../unit-class.ts'

export const hundred: Interval = { low: 100, high: 100 }

export type Direction = 1 | -1

/** What the change from one value to another says, in the terms of the figure that states it. */
export const judgeChange = (
  from: Quantity,
  to: Quantity,
  change: Quantity,
  direction: Direction,
  isMultiple = false,
): Relation | undefined => {
  if (!sameUnit(from, to)) return undefined
  const [a, b] = intervalsOf([from, to]) as [Interval, Interval]
  const difference = direction > 0 ? minusOf(b, a) : minusOf(a, b)
  const value = direction * (to.low - from.low)
  const sign =
    direction > 0
      ? `${printQuantity(to)}−${printQuantity(from)}`
      : `${printQuantity(from)}−${printQuantity(to)}`
  const certain = isExact(from, to, change)
  const make = (kind: Relation['kind'], holds: boolean, arithmetic: string, sure = true): Relation => ({
    kind,
    holds,
    result: change,
    terms: { from, to },
    arithmetic,
    certain: certain && sure,
  })
  const relative = (): { holds: boolean; percent: number } => ({
    holds: meet(
      timesOf(quotientOf(difference, a), hundred),
      widened(intervalOf(change), lastDigit(change) / 2),
    ),
    percent: (value / from.low) * 100,
  })
  if (change.kind === 'percent' && change.unit === '%' && from.kind !== 'percent') {
    const { holds, percent } = relative()
    return make(
      'change',
      holds,
      `(${sign})÷${printQuantity(from)} = ${printPercent(percent, change)} ${holds ? '=' : '≠'} ${change.text}%`,
    )
  }
  if (change.kind === 'percent' && from.kind === 'percent') {
    const holds = meet(difference, intervalOf(change)) || (change.unit === '%' && relative().holds)
    return make(
      'change',
      holds,
      `${sign} = ${printNumber(value)} ${holds ? '=' : '≠'} ${printQuantity(change)}（个百分点）`,
    )
  }
  if (change.kind === 'ratio' && change.unit === '倍') {
    const times = quotientOf(b, a)
    const grown = quotientOf(difference, a)
    const stated = widened(intervalOf(change), lastDigit(change) / 2)
    // Many write 增长3倍 where the outcome is three times as much: that is worth a look, no more.
    const loosely = meet(times, stated)
    const holds = isMultiple ? loosely : meet(grown, stated)
    return make(
      'change',
      holds,
      `${printQuantity(to)}÷${printQuantity(from)} = ${printNumber(to.low / from.low)}，增长${printNumber(value / from.low)}倍 ${holds ? '=' : '≠'} ${printQuantity(change)}倍`,
      !loosely,
    )
  }
  if (!sameUnit(change, to)) return undefined
  const holds = meet(difference, intervalOf(change))
  return make(
    'difference',
    holds,
    `${sign} = ${printNumber(value)} ${holds ? '=' : '≠'} ${printQuantity(change)}`,
  )
}

/** 翻一番 is no quantity, but what the figures are held against. */
export const doubled = (
  from: Quantity,
  to: Quantity,
  times: number,
  phrase: Span & { text: string },
): Relation | undefined => {
  if (!sameUnit(from, to)) return undefined
  const ratio = quotientOf(intervalOf(to), intervalOf(from))
  const holds = meet(ratio, { low: times * 0.95, high: times * 1.25 })
  return {
    kind: 'change',
    holds,
    result: {
      ...phrase,
      low: times,
      high: times,
      unit: '倍',
      kind: 'ratio',
      hedge: 'exact',
      subject: to.subject,
      slack: 0,
      unitEnd: phrase.end,
    },
    terms: { from, to },
    arithmetic: `${printQuantity(to)}÷${printQuantity(from)} = ${printNumber(to.low / from.low)}，翻${times === 2 ? '一' : '两'}番应为${times}倍`,
    certain: false,
  }
}
