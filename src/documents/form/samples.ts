import type { Sheet } from '../xlsx/index.ts'

/** More rows say no more about how a column is written. */
const MOST = 10

/** What rows already written show, by column: how the form's maker wants dates, codes and the like. */
export const samplesBelow = (
  sheet: Sheet,
  rows: { readonly first: number; readonly last: number | null },
): ReadonlyMap<number, readonly string[]> => {
  const samples = new Map<number, string[]>()
  for (const row of sheet.rows) {
    if (row.number < rows.first) continue
    if (row.number >= rows.first + MOST || (rows.last !== null && row.number > rows.last)) break
    // A row number printed in advance is no sample.
    if (row.cells.filter(({ text }) => text.trim() !== '').length < 2) continue
    for (const { column, text, formula } of row.cells) {
      if (formula !== undefined || text.trim() === '') continue
      const known = samples.get(column)
      if (known) known.push(text.trim())
      else samples.set(column, [text.trim()])
    }
  }
  return samples
}
