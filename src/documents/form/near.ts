import { generic } from './bare-words.ts'
import { canonical, likeness } from './canonical.ts'
import { canonicalLexicon, entityOf, phrases } from './lexicon.ts'
import { ambiguous, type Match, mapped, unknown } from './match.ts'
import type { Subject } from './subject.ts'

/** From here on a likeness is worth naming one element, below it only candidates are offered. */
const LIKELY = 0.8
const POSSIBLE = 0.5

/** The words reduced to what they ask for; `null` where that is no wording of ours or a bare word. */
export const reduced = (words: string, { core, entities, allowed }: Subject): Match | null => {
  if (generic.has(words)) return null
  const short = canonical(words)
  const isTooShort = short.length < 3 && short !== words
  const keys = isTooShort || generic.has(short) ? undefined : canonicalLexicon.get(short)
  if (!keys) return null
  const own = keys
    .filter((key) => entities.includes(entityOf(key)))
    .sort((one, other) => entities.indexOf(entityOf(one)) - entities.indexOf(entityOf(other)))
  if (own.length === 1) return core.has(entityOf(own[0]!)) ? mapped(own[0]!, 0.86) : ambiguous(own)
  if (own.length > 1) return ambiguous(own)
  const possible = keys.filter((key) => allowed.has(entityOf(key)))
  return possible.length === 0 ? null : ambiguous(possible)
}

/** Nothing certain: what the words resemble is offered, not taken. */
export const near = (words: string, { entities, allowed }: Subject): Match => {
  if (words.length < 3) return unknown
  const short = canonical(words)
  const found = new Map<string, number>()
  const offer = (keys: readonly string[], score: number) => {
    for (const key of keys) {
      if (!allowed.has(entityOf(key)) && !entities.includes(entityOf(key))) continue
      const own = score + (entities.includes(entityOf(key)) ? 0.05 : 0)
      if (own > (found.get(key) ?? 0)) found.set(key, own)
    }
  }
  for (const { phrase, short: reducedPhrase, keys } of phrases) {
    if (generic.has(phrase)) continue
    const holds = phrase.length >= 4 && words.endsWith(phrase) ? 0.7 : 0
    const score = Math.max(likeness(short, reducedPhrase), holds)
    if (score >= POSSIBLE) offer(keys, score)
  }
  const ranked = [...found].sort((one, other) => other[1] - one[1])
  const [best, second] = ranked
  if (!best) return unknown
  const keys = ranked.map(([key]) => key)
  const isClear = best[1] >= LIKELY && (second === undefined || best[1] - second[1] > 0.04)
  return isClear ? ambiguous(keys, 0.35) : { ...ambiguous(keys, 0.2), key: null }
}
