import type { Lexicon, Word } from './lexicon.ts'
import { ageRange } from './target.ts'

/** A stretch of a phrase: words known by it, an age, or neither. */
export interface Piece {
  readonly text: string
  readonly words: readonly Word[]
  /** Ages that it names; two readings where 以下 may or may not include. */
  readonly ages: readonly string[]
}

const agePatterns: readonly (readonly [RegExp, (n: number, m: number) => string[]])[] = [
  [/(\d+)岁?[-—~至到](\d+)岁/y, (n, m) => [ageRange(n, m)]],
  [/(\d+)岁以上的?/y, (n) => [ageRange(n, undefined)]],
  [/(?:未满|不满)(\d+)岁的?/y, (n) => [ageRange(undefined, n - 1)]],
  [/(\d+)岁以下的?/y, (n) => [ageRange(undefined, n), ageRange(undefined, n - 1)]],
]

const ageAt = (phrase: string, at: number): Piece | undefined => {
  for (const [pattern, read] of agePatterns) {
    pattern.lastIndex = at
    const found = pattern.exec(phrase)
    if (found) return { text: found[0], words: [], ages: read(Number(found[1]), Number(found[2])) }
  }
  return undefined
}

const unknownCost = 10

/** Cuts a phrase into known words, leaving as little unknown as can be, in as few pieces as can be. */
export const cutWords = (lexicon: Lexicon, phrase: string): Piece[] => {
  const cost = new Array<number>(phrase.length + 1).fill(0)
  const step: Piece[] = []
  for (let at = phrase.length - 1; at >= 0; at--) {
    let best: Piece = { text: phrase[at]!, words: [], ages: [] }
    let least = unknownCost + cost[at + 1]!
    const offer = (piece: Piece) => {
      const total = 1 + cost[at + piece.text.length]!
      if (total < least) [best, least] = [piece, total]
    }
    const age = ageAt(phrase, at)
    // 60岁以上 may be a metric's name by itself, and an age where a noun follows.
    if (age) offer({ ...age, words: lexicon.words.get(age.text) ?? [] })
    for (let length = Math.min(lexicon.longest, phrase.length - at); length > 0; length--) {
      const text = phrase.slice(at, at + length)
      const words = lexicon.words.get(text)
      if (words) offer({ text, words, ages: [] })
    }
    cost[at] = least
    step[at] = best
  }
  const pieces: Piece[] = []
  for (let at = 0; at < phrase.length; at += step[at]!.text.length) {
    const [piece, last] = [step[at]!, pieces.at(-1)]
    if (last && isUnknown(last) && isUnknown(piece))
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
    else pieces.push(piece)
  }
  return pieces
}

export const isUnknown = ({ words, ages }: Piece): boolean => words.length === 0 && ages.length === 0
