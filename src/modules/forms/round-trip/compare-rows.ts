import type { DifferenceKind } from '../contract-returns.ts'

/** How a column takes part in the comparison. */
export interface ComparedColumn {
  /** `field`: a ledger's field; `computed`: follows from others; `manual`: no field takes it. */
  readonly role: 'field' | 'computed' | 'manual'
  /** The same value as the same text, however it is written. */
  canon(text: string): string
  /** Why a text cannot be taken into the field; null where it can. */
  refuse(text: string): string | null
}

/** A record as it was sent and as it is held now. */
export interface KnownRow {
  readonly record: string
  readonly sent: readonly string[]
  /** Null where the record is not there any more. */
  readonly held: readonly string[] | null
  /** The held value may differ though its text does not: it is masked, and the record was changed. */
  readonly unsure?: readonly boolean[]
}

/** A row of the file that came back. */
export interface CameRow {
  readonly row: number
  readonly texts: readonly string[]
}

/** A known record with the row that was found to be about it. */
export interface Pair {
  readonly known: KnownRow | null
  readonly came: CameRow | null
  /** A further row about a record that has its row. */
  readonly isDoubled?: boolean
}

/** A difference of one cell, or of a whole row where `column` is null. */
export interface FoundDifference {
  readonly kind: DifferenceKind
  readonly known: KnownRow | null
  readonly came: CameRow | null
  readonly column: number | null
  readonly message: string
}

/** Three texts of one field: what was sent, what is held now, what came back. */
const classify = (sent: string, held: string, came: string): DifferenceKind | 'same' => {
  if (came === sent) return held === sent ? 'same' : 'ours'
  if (held === sent) return 'proposed'
  return held === came ? 'agreed' : 'conflict'
}

const cellKind = (
  column: ComparedColumn,
  index: number,
  known: KnownRow,
  came: CameRow,
): { kind: DifferenceKind | 'same'; message: string } => {
  const [sent, text] = [known.sent[index] ?? '', came.texts[index] ?? '']
  const [before, after] = [column.canon(sent), column.canon(text)]
  if (column.role !== 'field') {
    const kind = before === after ? 'same' : column.role
    return { kind, message: '' }
  }
  const held = column.canon(known.held![index] ?? '')
  let kind = classify(before, held, after)
  if (kind === 'proposed' && known.unsure?.[index]) kind = 'conflict'
  if (kind === 'proposed' || kind === 'conflict') {
    const message = column.refuse(text)
    if (message !== null) return { kind: 'unreadable', message }
  }
  return { kind, message: '' }
}

const rowKind = ({ known, came, isDoubled }: Pair): DifferenceKind | undefined => {
  if (isDoubled) return 'doubled'
  if (!known) return 'added'
  if (!came) return 'removed'
  return known.held === null ? 'gone' : undefined
}

/**
 * Compares what was sent, what is held and what came back. Every cell of a paired row and every row without a pair
 * is in exactly one class; `same` is counted and not listed.
 */
export const compareRows = (
  columns: readonly ComparedColumn[],
  pairs: readonly Pair[],
): { differences: FoundDifference[]; counts: Record<string, number> } => {
  const differences: FoundDifference[] = []
  const counts: Record<string, number> = {}
  const count = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  for (const pair of pairs) {
    const { known, came } = pair
    const whole = rowKind(pair)
    if (whole) {
      count(whole)
      differences.push({ kind: whole, known, came, column: null, message: '' })
      continue
    }
    columns.forEach((column, index) => {
      const { kind, message } = cellKind(column, index, known!, came!)
      count(kind)
      if (kind !== 'same') differences.push({ kind, known, came, column: index, message })
    })
  }
  return { differences, counts }
}
