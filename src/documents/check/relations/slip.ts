import type { Quantity } from '../../quantity/index.ts'

const differing = (x: string, y: string): number[] =>
  [...x].map((c, i) => (c === y[i] ? -1 : i)).filter((i) => i >= 0)

/** Two digits side by side or apart are exchanged: 312 and 132. */
const exchanged = (x: string, y: string): boolean => {
  if (x.length !== y.length) return false
  const [a, b, ...more] = differing(x, y)
  return a !== undefined && b !== undefined && more.length === 0 && x[a] === y[b] && x[b] === y[a]
}

/** One digit differs, or two are exchanged: what a slip of the hand does. */
export const looksLikeSlip = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  return x.length === y.length && (differing(x, y).length === 1 || exchanged(x, y))
}

/** Two digits of the numbers are exchanged: 168 and 186. */
export const isExchange = (a: number, b: number): boolean => exchanged(String(a), String(b))

const digits = (value: number, scale: number): string => String(Math.round(value * scale))

/** A slip that chance would not make: two digits exchanged, one of three and more mistaken, one left out or doubled. */
export const isTellingSlip = (printed: number, meant: number): boolean => {
  if (meant <= 0 || printed === meant) return false
  const scale =
    10 **
    Math.max(...[printed, meant].map((x) => /\.(\d+)/.exec(String(Number(x.toFixed(4))))?.[1]?.length ?? 0))
  const [x, y] = [digits(printed, scale), digits(meant, scale)]
  const zeros = Math.min(...[x!, y!].map((d) => /0*$/.exec(d)![0].length))
  const [a, b] = [x!.slice(0, x!.length - zeros), y!.slice(0, y!.length - zeros)]
  if (exchanged(a, b)) return true
  return a.length === b.length && a.length >= 3 && differing(a, b).length === 1
}

/** Whether one figure's slip explains why parts and whole do not agree. */
export const oneSlipExplains = (whole: Quantity, parts: Quantity[]): boolean => {
  const sum = parts.reduce((all, part) => all + part.low, 0)
  if (isTellingSlip(whole.low, sum)) return true
  return parts.some((part) => isTellingSlip(part.low, whole.low - (sum - part.low)))
}
