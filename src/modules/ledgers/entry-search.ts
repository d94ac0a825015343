import { findRow } from '../../platform/server/repository/find.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { viewOf } from '../../platform/server/repository/view.ts'
import { findByNumber } from './storage/entry-numbers.ts'

/** Entries with a certificate number, worded for the search box. */
export const searchEntries = async (repository: Repository, q: string, limit: number) => {
  const entries = []
  for (const row of await findByNumber(repository, q, limit)) {
    const ledger = repository.catalogue.ledgers.get(row.ledger)
    const subject = ledger?.of && row.subject ? await findRow(repository, ledger.of, row.subject) : undefined
    if (!ledger) continue
    entries.push({
      id: row.id,
      ledger: ledger.name,
      ledgerTitle: ledger.title,
      entry: viewOf(repository, ledger, row, subject?.row),
    })
  }
  return { entries }
}
