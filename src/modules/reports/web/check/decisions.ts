import type { Finding } from '../../../../documents/check/index.ts'

/** What a person made of a finding. */
export interface Decision {
  kind: 'accepted' | 'dismissed'
  reason: string
}

export type Decisions = Readonly<Record<string, Decision>>

/** Names a finding within its text, the same each time the text is checked. */
export const keyOf = ({ kind, start, end }: Finding): string => `${kind}.${start}.${end}`

/** FNV-1a over the text: tells texts apart without keeping any. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}.${(hash >>> 0).toString(36)}`
}

const storageKey = (text: string): string => `youju.check.${fingerprint(text)}`

/** The decisions made about a text in this session; none where the browser keeps nothing. */
export const readDecisions = (text: string): Decisions => {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey(text)) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as Decisions) : {}
  } catch {
    return {}
  }
}

export const saveDecisions = (text: string, decisions: Decisions): void => {
  try {
    sessionStorage.setItem(storageKey(text), JSON.stringify(decisions))
  } catch {
    // A full or closed storage only means that they are gone with the page.
  }
}
