/** At most five shades, each holding about as many areas; told by lightness, so that a grey print can be read. */
export const shadeCount = 5

/** The bounds of the shades of some values: the first value of each shade but the first. */
export const shadeBounds = (values: readonly number[]): number[] => {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b)
  const shades = Math.min(shadeCount, sorted.length)
  return Array.from(
    { length: Math.max(0, shades - 1) },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / shades)]!,
  )
}

/** The shade of a value, 0 the lightest; undefined where it has none. */
export const shadeOf = (value: number | null | undefined, bounds: readonly number[]): number | undefined =>
  value === null || value === undefined ? undefined : bounds.filter((bound) => value >= bound).length

/** What each shade means, lightest first. */
export const wordShades = (values: readonly number[], bounds: readonly number[]): string[] => {
  if (values.length === 0) return []
  const sorted = values.toSorted((a, b) => a - b)
  return [Number.NEGATIVE_INFINITY, ...bounds].map((low, index, lows) => {
    const inside = sorted.filter(
      (value) => value >= low && value < (lows[index + 1] ?? Number.POSITIVE_INFINITY),
    )
    const [least, most] = [inside[0], inside.at(-1)]
    return least === most ? String(least) : `${least}～${most}`
  })
}
