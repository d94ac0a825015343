/** Values of one row by field key, as text or plain JSON; missing, null and '' mean that nothing is there. */
export type Cells = Readonly<Record<string, unknown>>

/** What became of one field since it was handed out. */
export type FieldOutcome =
  /** Nobody changed it. */
  | 'same'
  /** Only the file changed it. */
  | 'theirs'
  /** Only we changed it in the meantime. */
  | 'ours'
  /** Both changed it, to the same. */
  | 'agreed'
  /** Both changed it, to different values: a person decides. */
  | 'conflict'

export interface FieldComparison {
  readonly key: string
  readonly outcome: FieldOutcome
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

const plain = (value: unknown): unknown => (value === undefined || value === '' ? null : value)

const equal = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

const outcomeOf = (base: unknown, ours: unknown, theirs: unknown): FieldOutcome => {
  if (equal(ours, theirs)) return equal(base, ours) ? 'same' : 'agreed'
  if (equal(base, theirs)) return 'ours'
  return equal(base, ours) ? 'theirs' : 'conflict'
}

/**
 * Compares one row field by field: `base` is what was handed out, `ours` what we hold now, `theirs` what came back.
 * `keys` are the fields that the file had; what it did not have it cannot have changed.
 */
export const compareFields = (
  keys: readonly string[],
  base: Cells,
  ours: Cells,
  theirs: Cells,
): FieldComparison[] =>
  keys.map((key) => {
    const [was, held, came] = [plain(base[key]), plain(ours[key]), plain(theirs[key])]
    return { key, base: was, ours: held, theirs: came, outcome: outcomeOf(was, held, came) }
  })

/** A row that came back; `id` is the identity it was handed out with, absent where a person added the row. */
export interface ReturnedRow {
  readonly id?: string | undefined
  readonly cells: Cells
}

/** What became of one row. Every row handed out and every row that came back is told exactly once. */
export type RowComparison<Returned extends ReturnedRow> =
  /** Came back and is still held. */
  | {
      readonly kind: 'returned'
      readonly id: string
      readonly row: Returned
      readonly fields: FieldComparison[]
    }
  /** Came back, but we hold it no more: it was ended in the meantime. */
  | { readonly kind: 'gone'; readonly id: string; readonly row: Returned }
  /** The same identity a second time: copied in the file. */
  | { readonly kind: 'repeated'; readonly id: string; readonly row: Returned }
  /** An identity that we did not hand out. */
  | { readonly kind: 'unknown'; readonly id: string; readonly row: Returned }
  /** A row without identity: a proposal to add. */
  | { readonly kind: 'added'; readonly row: Returned }
  /** Handed out and not brought back. Nothing follows from that by itself. */
  | { readonly kind: 'absent'; readonly id: string }

/** Compares a file that was handed out, edited elsewhere and brought back, row by row. */
export const compareThreeWays = <Returned extends ReturnedRow>(
  keys: readonly string[],
  base: ReadonlyMap<string, Cells>,
  ours: ReadonlyMap<string, Cells>,
  theirs: readonly Returned[],
): RowComparison<Returned>[] => {
  const seen = new Set<string>()
  const returned = theirs.map((row): RowComparison<Returned> => {
    const { id } = row
    if (id === undefined) return { kind: 'added', row }
    const was = base.get(id)
    if (!was) return { kind: 'unknown', id, row }
    if (seen.has(id)) return { kind: 'repeated', id, row }
    seen.add(id)
    const held = ours.get(id)
    return held
      ? { kind: 'returned', id, row, fields: compareFields(keys, was, held, row.cells) }
      : { kind: 'gone', id, row }
  })
  const absent = [...base.keys()].filter((id) => !seen.has(id))
  return [...returned, ...absent.map((id): RowComparison<Returned> => ({ kind: 'absent', id }))]
}
