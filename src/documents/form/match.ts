import type { Element } from '../../core/dictionary/index.ts'

/** What a header was found to mean. */
export interface Match {
  /** Element key, or the field's key where a definition was given; the best guess where `ambiguous`. */
  readonly key: Element['key'] | null
  readonly status: 'mapped' | 'ambiguous' | 'unknown' | 'not-held' | 'manual'
  /** 0 to 1; orders matches by how sure they are, it is not a probability. */
  readonly confidence: number
  readonly candidates: readonly string[]
  /** Component or option of the element that the column holds: 省, 智力. */
  readonly part?: string
  /** Why it is left alone, as a sentence for the person. */
  readonly reason?: string
}

export interface ColumnMatch extends Match {
  /** Position among the headers, from 0. */
  readonly index: number
  readonly header: string
}

export const mapped = (key: string, confidence: number, part?: string): Match => ({
  key,
  status: 'mapped',
  confidence,
  candidates: [key],
  ...(part === undefined ? {} : { part }),
})

export const ambiguous = (candidates: readonly string[], confidence = 0.4): Match => ({
  key: candidates[0] ?? null,
  status: 'ambiguous',
  confidence,
  candidates: candidates.slice(0, 5),
})

export const unknown: Match = { key: null, status: 'unknown', confidence: 0, candidates: [] }
