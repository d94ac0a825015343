import type { Quantity } from '../quantity/index.ts'

/** A value as a reader would write it: without the dust of binary fractions, 万 and 亿 for large round ones. */
export const printNumber = (value: number): string => {
  const round = Number(value.toPrecision(10))
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (Math.abs(round) < size) continue
    const scaled = Number((round / size).toPrecision(10))
    if (String(scaled).length <= String(round).length - 2) return `${scaled}${name}`
  }
  return String(Number(round.toFixed(4)))
}

export const printQuantity = (quantity: Quantity): string =>
  quantity.low === quantity.high
    ? printNumber(quantity.low)
    : `${printNumber(quantity.low)}—${printNumber(quantity.high)}`

export const printPercent = (value: number, like: Quantity): string => {
  const decimals = /\.(\d+)/.exec(like.text)?.[1]?.length ?? 0
  return `${Number(value.toFixed(Math.max(decimals, 1)))}%`
}
