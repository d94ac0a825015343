import { intervalOf, isExact, lastDigit, widened } from '../interval.ts'
import { printNumber, printPercent, printQuantity } from '../print-number.ts'
import type { Relation } from '../relation.ts'
import type { Item } from './sentence.ts'

/** Words by which a percentage is none of a whole: a change, a target, a rate of interest. */
export const noShare =
  /[增降升减提超涨落]|高于|低于|目标|力争|[同环]比|较|均|全[国省市县]|标准|以内|利率|税率|汇率|概率|效率/

/** The clause that leads to a figure. */
export const lastClause = (text: string): string => text.split(/[,;]/).at(-1)!

/** The percentage that a figure states, with the values that its last digit leaves open. */
export const statedPercent = ({
  quantity,
}: Item): { low: number; high: number; value: number } | undefined => {
  if (quantity.unit === '%' && quantity.kind === 'percent') {
    return { ...widened(intervalOf(quantity), lastDigit(quantity) / 2), value: quantity.low }
  }
  return undefined
}

/** A part of a whole, and the percentage that was told of it. */
export const shareRelation = (
  { quantity: percent }: Item,
  { quantity: part }: Item,
  { quantity: whole }: Item,
  holds: boolean,
  certain: boolean,
): Relation => ({
  kind: 'share',
  holds,
  result: percent,
  terms: { part, whole },
  certain: !holds && certain && isExact(part, whole, percent),
  arithmetic: `${printQuantity(part)}÷${printQuantity(whole)} = ${printPercent((part.low / whole.low) * 100, percent)} ${holds ? '=' : '≠'} ${printNumber(percent.low)}%`,
})
