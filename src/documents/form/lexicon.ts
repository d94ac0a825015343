import { elements } from '../../core/dictionary/index.ts'
import { canonical } from './canonical.ts'
import { fullHeaderText } from './header-text.ts'
import { careWording } from './wording/care.ts'
import { dwellingWording } from './wording/dwelling.ts'
import { organisationWording } from './wording/organisation.ts'
import { personWording } from './wording/person.ts'
import { workWording } from './wording/work.ts'

const wordings = [personWording, careWording, organisationWording, dwellingWording, workWording]

const build = (): Map<string, string[]> => {
  const keysOf = new Map<string, string[]>()
  const add = (phrase: string, key: string) => {
    const words = fullHeaderText(phrase)
    const keys = keysOf.get(words)
    if (!keys) keysOf.set(words, [key])
    else if (!keys.includes(key)) keys.push(key)
  }
  for (const { key, title } of elements) add(title, key)
  for (const wording of wordings)
    for (const [key, phrases] of Object.entries(wording))
      for (const phrase of phrases.split(/\s+/)) add(phrase, key)
  return keysOf
}

/** Words of a header, evened out → the elements they may mean. */
export const lexicon: ReadonlyMap<string, readonly string[]> = build()

const byCanonical = new Map<string, string[]>()
for (const [phrase, keys] of lexicon) {
  const known = byCanonical.get(canonical(phrase)) ?? []
  byCanonical.set(canonical(phrase), [...new Set([...known, ...keys])])
}

/** As `lexicon`, by what a phrase is reduced to. */
export const canonicalLexicon: ReadonlyMap<string, readonly string[]> = byCanonical

/** Phrases long enough to resemble, with what they are reduced to. */
export const phrases: readonly {
  readonly phrase: string
  readonly short: string
  readonly keys: readonly string[]
}[] = [...lexicon]
  .filter(([phrase]) => phrase.length >= 3 && canonical(phrase).length >= 2)
  .map(([phrase, keys]) => ({ phrase, short: canonical(phrase), keys }))

export const entityOf = (key: string): string => key.slice(0, key.indexOf('.'))
