/** Numbers below this could be laid at the door of a household. */
export const leastShown = 5

export interface Counts {
  /** Null where it is too small to be told. */
  readonly total: number | null
  readonly shown: readonly { readonly code: string; readonly count: number }[]
  readonly hidden: number
}

/**
 * What can be told of counts without telling a small one, not even by subtraction: those below {@link leastShown} are
 * kept back, and further ones with them, the smallest first, until what is kept back is {@link leastShown} together
 * and more than one.
 */
export const hideSmall = (counts: readonly { code: string; count: number }[]): Counts => {
  const filled = counts.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)
  const total = filled.reduce((sum, { count }) => sum + count, 0)
  if (total < leastShown) return { total: null, shown: [], hidden: 0 }
  let hidden = filled.filter(({ count }) => count < leastShown).length
  const sum = () => filled.slice(0, hidden).reduce((all, { count }) => all + count, 0)
  while (hidden > 0 && hidden < filled.length && (hidden === 1 || sum() < leastShown)) hidden++
  return { total, shown: filled.slice(hidden).reverse(), hidden }
}
