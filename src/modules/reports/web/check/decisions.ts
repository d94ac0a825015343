import type { Finding } from '../../../../documents/check/index.ts'

/** What a person made of a finding. */
export interface Decision {
  kind: 'accepted' | 'dismissed'
  reason: string
}

export type Decisions = Readonly<Record<string, Decision>>

/** Names a finding within its text, the same each time the text is checked. */
export const keyOf = ({ kind, start, end }: Finding): string => `${kind}.${start}.${end}`

const fnv = (text: string, basis: number): string => {
  let hash = basis
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

const prefix = 'youju.check.'

/** By what the text says, so that the same report is known again under another name; it keeps no word of it. */
const storageKey = (text: string): string =>
  `${prefix}${text.length}.${fnv(text, 0x811c9dc5)}.${fnv(text, 0x2f0b4c47)}`

interface Review {
  savedAt: string
  decisions: Decisions
}

/** How many reports' reviews a browser keeps; the oldest go. */
const most = 50

const readReview = (key: string): Review | undefined => {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Review | null
    return typeof stored?.savedAt === 'string' && typeof stored.decisions === 'object' ? stored : undefined
  } catch {
    return undefined
  }
}

/** The decisions made about a text on this computer; none where the browser keeps nothing. */
export const readDecisions = (text: string): Decisions => readReview(storageKey(text))?.decisions ?? {}

const dropOldest = (): void => {
  const kept = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, savedAt: readReview(key)?.savedAt ?? '' }))
    .sort((one, other) => other.savedAt.localeCompare(one.savedAt))
  for (const { key } of kept.slice(most)) localStorage.removeItem(key)
}

export const saveDecisions = (text: string, decisions: Decisions): void => {
  try {
    const review: Review = { savedAt: new Date().toISOString(), decisions }
    localStorage.setItem(storageKey(text), JSON.stringify(review))
    dropOldest()
  } catch {
    // A full or closed storage only means that they are gone with the page.
  }
}
