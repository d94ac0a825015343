import type { z } from 'zod'
import type { LedgerDefinition } from '../../../core/definition/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { wordOf } from '../../../platform/server/repository/view.ts'
import type { compareReturnedFile } from '../contract.ts'
import { conflicts, type Told, takesTheirs } from './compare-returned.ts'

type View = z.input<typeof compareReturnedFile.output>
type RowView = View['rows'][number]

const kindOf = (told: Told): RowView['kind'] => {
  if (told.kind !== 'returned') return told.kind
  if (told.faults.length > 0) return 'faulty'
  if (told.fields.some(conflicts)) return 'conflict'
  return told.fields.some(takesTheirs) ? 'change' : 'same'
}

const mostShown = 500

/** The comparison for people: counts of every row, and the rows that are not simply the same. */
export const viewReturned = (
  repository: Repository,
  ledger: LedgerDefinition,
  told: readonly Told[],
): View => {
  const rows = told.map((each): RowView => {
    const { row } = each.row
    const fields = each.kind === 'returned' ? each.fields : []
    return {
      number: row.number,
      kind: kindOf(each),
      id: each.kind === 'returned' ? each.id : null,
      name: row.subject.name ?? row.subject.address ?? Object.values(row.texts)[0] ?? '',
      area: each.held ? repository.areas.nameOf(each.held.area) : '',
      fields: fields
        .filter(({ outcome }) => outcome !== 'same')
        .map(({ key, outcome, base, ours, theirs }) => {
          const field = ledger.fields[key]!
          return {
            key,
            title: field.title,
            outcome: outcome as Exclude<typeof outcome, 'same'>,
            base: wordOf(field, base),
            ours: wordOf(field, ours),
            theirs: wordOf(field, theirs, true),
          }
        }),
      faults: [...each.faults],
      notes: [...each.notes],
    }
  })
  const count = (kind: RowView['kind']) => rows.filter((row) => row.kind === kind).length
  return {
    ledger: ledger.name,
    counts: {
      rows: rows.length,
      same: count('same'),
      change: count('change'),
      conflict: count('conflict'),
      added: count('added'),
      faulty: count('faulty'),
      gone: count('gone'),
      repeated: count('repeated'),
      unknown: count('unknown'),
    },
    rows: rows.filter(({ kind, notes }) => kind !== 'same' || notes.length > 0).slice(0, mostShown),
  }
}
