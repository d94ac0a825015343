import type { CameRow, KnownRow, Pair } from './compare-rows.ts'

/** Columns that tell a row apart, strongest first: each list of columns is one key. */
export type RowKeys = readonly (readonly number[])[]

const keyOf = (
  texts: readonly string[],
  columns: readonly number[],
  canon: (index: number, text: string) => string,
): string | undefined => {
  const parts = columns.map((index) => canon(index, texts[index] ?? ''))
  return parts.some((part) => part === '') ? undefined : parts.join('\u0001')
}

const groupBy = <Row>(rows: readonly Row[], key: (row: Row) => string | undefined): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const at = key(row)
    if (at === undefined) continue
    const same = groups.get(at)
    if (same) same.push(row)
    else groups.set(at, [row])
  }
  return groups
}

/** Rows that say mostly the same, where nothing else tells whom a row is about. */
const alike = (sent: readonly string[], came: readonly string[]): boolean => {
  const told = sent.filter((text) => text !== '')
  const same = sent.filter((text, index) => text !== '' && text === (came[index] ?? '')).length
  return told.length > 0 && same * 2 > told.length
}

/**
 * Finds for each row that came back the record that it is about: by the strongest key that names exactly one on
 * both sides, at last by its place where most of the row is unchanged. Each record and each row is in one pair.
 */
export const pairRows = (
  known: readonly { readonly row: number; readonly known: KnownRow }[],
  came: readonly CameRow[],
  keys: RowKeys,
  canon: (index: number, text: string) => string,
): Pair[] => {
  const rowOf = new Map<KnownRow, CameRow>()
  const taken = new Set<CameRow>()
  const pair = (one: KnownRow, row: CameRow) => {
    rowOf.set(one, row)
    taken.add(row)
  }
  for (const columns of keys) {
    const left = known.filter((one) => !rowOf.has(one.known))
    const rows = groupBy(
      came.filter((row) => !taken.has(row)),
      ({ texts }) => keyOf(texts, columns, canon),
    )
    for (const [key, records] of groupBy(left, (one) => keyOf(one.known.sent, columns, canon))) {
      const same = rows.get(key)
      // Of several rows about one record the first is its row, the others are doubled.
      if (records.length === 1 && same) pair(records[0]!.known, same[0]!)
    }
  }
  const byRow = new Map(came.filter((row) => !taken.has(row)).map((row) => [row.row, row]))
  for (const one of known) {
    const row = byRow.get(one.row)
    if (row && !rowOf.has(one.known) && !taken.has(row) && alike(one.known.sent, row.texts))
      pair(one.known, row)
  }
  const paired = new Map(
    keys.map((columns) => [columns, groupBy([...rowOf.keys()], (one) => keyOf(one.sent, columns, canon))]),
  )
  const doubleOf = ({ texts }: CameRow): KnownRow | undefined => {
    for (const [columns, records] of paired) {
      const key = keyOf(texts, columns, canon)
      const found = key === undefined ? undefined : records.get(key)
      if (found?.length === 1) return found[0]
      // A stronger key that is told and names nobody here says that it is somebody else.
      if (key !== undefined) return undefined
    }
    return undefined
  }
  return [
    ...known.map((one): Pair => ({ known: one.known, came: rowOf.get(one.known) ?? null })),
    ...came
      .filter((row) => !taken.has(row))
      .map((row): Pair => {
        const other = doubleOf(row)
        return other ? { known: other, came: row, isDoubled: true } : { known: null, came: row }
      }),
  ]
}
