import type { Quantity } from '../quantity/index.ts'

/** All values that a printed figure may stand for. */
export interface Interval {
  low: number
  high: number
}

/** What one step of the last printed digit is: 61.9 → 0.1. */
export const lastDigit = (figure: Quantity): number => 10 ** -(/\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0)

/** Size of the last digit that is not zero: 500 → 100, 320 → 10. What 余 may add. */
const step = (value: number): number => {
  if (value === 0) return 0
  let unit = 10 ** Math.floor(Math.log10(Math.abs(value)))
  while (unit > 1e-6 && Math.abs(value / unit - Math.round(value / unit)) > 1e-9) unit /= 10
  return unit
}

/** The values that rounding and hedge leave possible. */
export const intervalOf = (quantity: Quantity): Interval => {
  const { low, high, slack, hedge } = quantity
  const dust = Math.max(Math.abs(low), Math.abs(high)) * 1e-9
  const base = { low: low - slack - dust, high: high + slack + dust }
  switch (hedge) {
    case 'about':
      return { low: base.low * 0.85, high: base.high * 1.15 }
    case 'over':
      return { low: base.low, high: base.high + Math.max(step(high), high * 0.1) }
    case 'at-least':
      return { low: base.low, high: Number.POSITIVE_INFINITY }
    case 'under':
      return { low: base.low - Math.max(step(low), low * 0.1), high: base.high }
    case 'at-most':
      return { low: Number.NEGATIVE_INFINITY, high: base.high }
    default:
      return base
  }
}

const multiplierOf = (quantity: Quantity): string => /[十百千万亿]*$/.exec(quantity.text)![0]

/**
 * The same for figures held against each other: 3亿 beside 3.3亿 means 3.0, for who prints one decimal
 * leaves only a zero away.
 */
export const intervalsOf = (quantities: Quantity[]): Interval[] => {
  const finest = new Map<string, number>()
  for (const quantity of quantities) {
    const multiplier = multiplierOf(quantity)
    if (quantity.slack > 0)
      finest.set(multiplier, Math.min(quantity.slack, finest.get(multiplier) ?? quantity.slack))
  }
  return quantities.map((quantity) =>
    intervalOf({
      ...quantity,
      slack: Math.min(quantity.slack, finest.get(multiplierOf(quantity)) ?? quantity.slack),
    }),
  )
}

export const meet = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high

export const sumOf = (intervals: Interval[]): Interval => ({
  low: intervals.reduce((sum, i) => sum + i.low, 0),
  high: intervals.reduce((sum, i) => sum + i.high, 0),
})

export const timesOf = (a: Interval, b: Interval): Interval => {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return { low: Math.min(...products), high: Math.max(...products) }
}

/** a ÷ b for positive b. */
export const quotientOf = (a: Interval, b: Interval): Interval => {
  const below = Math.max(b.low, 1e-12)
  const above = Math.max(b.high, 1e-12)
  return { low: Math.min(a.low / below, a.low / above), high: Math.max(a.high / below, a.high / above) }
}

export const minusOf = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })

/** Widened by what cutting off (not rounding) the last digit printed would hide. */
export const widened = (interval: Interval, by: number): Interval => ({
  low: interval.low - by,
  high: interval.high + by,
})

export const isExact = (...quantities: Quantity[]): boolean => quantities.every((q) => q.hedge === 'exact')

/** Whether two values differ by no more than this share of the larger: figures that were meant to agree. */
export const nearly = (a: number, b: number, share: number): boolean =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))

/** What share of `whole` the part is, in percent, as far as rounding leaves it open. */
export const shareOf = (part: Quantity, whole: Quantity): Interval => {
  const [a, b] = intervalsOf([part, whole]) as [Interval, Interval]
  return timesOf(quotientOf(a, b), { low: 100, high: 100 })
}
