/** Chance that repeats: the same seed gives the same office, on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  bytes(length: number): Uint8Array
}

/** The generator sfc32 (Doty-Humphrey, PractRand), begun from a seed and the number of a stream. */
export const makeRandom = (seed: number, stream = 0): Random => {
  let [a, b, c, d] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1]
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) word()
  const next = () => word() / 4_294_967_296
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
  }
}

/** Draws by weight: `[value, weight]` pairs. */
export const drawFrom = <T>(choices: readonly (readonly [T, number])[]): ((random: Random) => T) => {
  let total = 0
  const bounds = choices.map(([, weight]) => (total += weight))
  return (random) => {
    const at = random.next() * total
    const index = bounds.findIndex((bound) => at < bound)
    return choices[index < 0 ? choices.length - 1 : index]![0]
  }
}
