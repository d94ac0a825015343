import type { FillOrder, SheetFilling } from '../filling/sheet-filler.ts'
import type { FilledPlace, SentRow } from '../storage/fill-row.ts'
import { listRowsOf } from '../storage/form-rows.ts'
import type { KnownRow } from './compare-rows.ts'

const batch = 1000

/** What the records of sent rows say now, worded as it was sent; whoever is not there any more has null. */
export const withHeld = async (
  filling: SheetFilling,
  places: readonly FilledPlace[],
  sent: readonly SentRow[],
  isSingle: boolean,
  order: FillOrder,
): Promise<KnownRow[]> => {
  const known: KnownRow[] = []
  const of = isSingle ? 'cells' : 'columns'
  const sourced = filling[of]
  const indexes = places.map(({ place }) => sourced.findIndex((one) => one.place.place === place))
  for (let start = 0; start < sent.length; start += batch) {
    const part = sent.slice(start, start + batch)
    const ids = part.flatMap(({ records }) => records.e?.[0] ?? [])
    // Whom the rule would leave out today is still compared.
    const rows = await listRowsOf(filling.query, ids)
    const byId = new Map(rows.map((row) => [row.e.id, row]))
    for (const { texts, records } of part) {
      const id = records.e?.[0] ?? ''
      const row = byId.get(id)
      const now = row && filling.fill(of, row, 0)
      known.push({
        record: id,
        sent: indexes.map((index) => texts[index] ?? ''),
        held: now ? indexes.map((index) => now.texts[index] ?? '') : null,
        unsure: places.map(({ step }, index) => {
          const isHidden = !order.unmasked && sourced[indexes[index]!]?.source?.sensitive
          const before = step && records[step]
          const after = step && now?.records[step]
          return Boolean(isHidden && (before?.[0] !== after?.[0] || before?.[1] !== after?.[1]))
        }),
      })
    }
  }
  return known
}
