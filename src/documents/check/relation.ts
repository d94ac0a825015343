import type { Quantity } from '../quantity/index.ts'

export type RelationKind =
  | 'sum'
  | 'share'
  | 'change'
  | 'difference'
  | 'product'
  | 'average'
  | 'ratio'
  | 'repeat'

/** Quantities of the text that can be held against each other. */
export interface Relation {
  kind: RelationKind
  holds: boolean | 'unclear'
  /** The quantity that the others determine: a sum's whole, a share's percentage, the change printed. */
  result: Quantity
  /** The others by their role: parts, whole, from, to, factor … */
  terms: Record<string, Quantity | Quantity[]>
  /** The arithmetic: `120+85+47 = 252 ≠ 262`. */
  arithmetic: string
  /** Whether a contradiction is beyond doubt, or only worth a look. */
  certain: boolean
}

export const termsOf = (relation: Relation): Quantity[] => Object.values(relation.terms).flat()
