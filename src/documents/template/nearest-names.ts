/** Below this two names have nothing to do with each other. */
const ALIKE = 0.4

/** The candidates most like a name that nobody knows, nearest first. Each may go by several names. */
export function nearestNames(
  name: string,
  candidates: readonly { show: string; names: readonly string[] }[],
  count = 3,
): string[] {
  return candidates
    .map(({ show, names }) => ({ show, score: Math.max(...names.map((each) => likeness(name, each))) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ show }) => show)
}

/**
 * How alike two names are, from 0 to 1: by edit distance, or by the pairs of neighbouring characters they share,
 * whichever is more. Edits find slips of the keyboard, pairs find words in another order.
 */
function likeness(one: string, other: string): number {
  const [a, b] = [[...one.toLowerCase()], [...other.toLowerCase()]]
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 1
  return Math.max(1 - editDistance(a, b) / longer, sharedPairs(a, b))
}

function editDistance(a: string[], b: string[]): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, character] of a.entries()) {
    const now = [row + 1]
    for (const [at, other] of b.entries()) {
      const swap = before[at]! + (character === other ? 0 : 1)
      now.push(Math.min(swap, before[at + 1]! + 1, now[at]! + 1))
    }
    before = now
  }
  return before[b.length]!
}

/** Dice's coefficient over pairs of neighbouring characters. */
function sharedPairs(a: string[], b: string[]): number {
  const pairs = (name: string[]) => name.slice(1).map((character, at) => name[at]! + character)
  const [first, second] = [pairs(a), pairs(b)]
  if (first.length + second.length === 0) return 0
  const left = [...second]
  let shared = 0
  for (const pair of first) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (first.length + second.length)
}
