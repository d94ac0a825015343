/** Number of single-character insertions, deletions and replacements between two texts (Levenshtein). */
const editDistance = (from: string, to: string): number => {
  const a = [...from]
  const b = [...to]
  let row = b.map((_, index) => index + 1)
  a.forEach((character, i) => {
    let diagonal = i
    let left = i + 1
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (character === b[j] ? 0 : 1))
      diagonal = above
      left = cost
      return cost
    })
  })
  return row.at(-1) ?? a.length
}

/** How alike two texts are, 0 to 1; one that contains the other counts as close. */
const likeness = (from: string, to: string): number => {
  const length = Math.max(from.length, to.length)
  if (length === 0) return 1
  const close = 1 - editDistance(from, to) / length
  const contains = from.includes(to) || to.includes(from)
  return contains ? Math.max(close, 0.6) : close
}

/** The candidates most like `text`, best first, at most `limit`; none that share little with it. */
export const nearest = (text: string, candidates: Iterable<string>, limit = 3): string[] => {
  const scored = [...new Set(candidates)]
    .map((candidate) => ({ candidate, score: likeness(text.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => other.score - one.score)
  const least = Math.max(0.5, (scored[0]?.score ?? 0) - 0.2)
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}
