/** Draws whole numbers: the only source of chance, so that a seed repeats a run. */
export type Draw = (low: number, high: number) => number

export const percent = (part: number, whole: number, decimals = 1): string =>
  ((part / whole) * 100).toFixed(decimals)
export const three = (d: Draw) => {
  const [a, b, c] = [d(20, 300), d(20, 300), d(20, 300)]
  return { a, b, c, t: a + b + c }
}
export const two = (d: Draw) => {
  const [a, b] = [d(20, 400), d(20, 400)]
  return { a, b, t: a + b }
}
export const share = (d: Draw) => {
  const t = d(200, 4000)
  const a = d(20, t - 20)
  return { t, a, p: percent(a, t) }
}
export const growth = (d: Draw) => {
  const a = d(100, 2000)
  const b = a + d(20, a)
  return { a, b, d: b - a, p: percent(b - a, a) }
}
export const decline = (d: Draw) => {
  const a = d(100, 2000)
  const b = a - d(10, Math.floor(a * 0.8))
  return { a, b, d: a - b, p: percent(a - b, a) }
}
export const product = (d: Draw) => {
  const n = d(11, 300)
  const r = d(2, 20) * 50
  return { n, r, t: n * r, w: String((n * r) / 10_000) }
}
export const average = (d: Draw) => {
  const n = d(8, 80)
  const m = d(12, 90)
  return { n, m, t: n * m }
}
