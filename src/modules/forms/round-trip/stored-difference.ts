import type { DifferenceKind } from '../contract-returns.ts'

/** A difference as it is kept: texts as they stand, sealed with the rest. */
export interface StoredDifference {
  readonly id: string
  readonly kind: DifferenceKind
  readonly sheet: string
  readonly row: number | null
  readonly cell: string | null
  readonly header: string
  readonly name: string
  readonly sent: string
  readonly held: string
  readonly came: string
  readonly message: string
  readonly definition: string | null
  readonly record: string | null
  readonly field: string | null
}

/** Differences that somebody has to decide. */
export const isDecidable = ({ kind }: Pick<StoredDifference, 'kind'>): boolean =>
  kind === 'proposed' || kind === 'conflict'
