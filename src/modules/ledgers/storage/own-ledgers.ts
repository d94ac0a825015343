import { sql } from 'kysely'
import type { LedgerData } from '../../../core/definition/index.ts'
import type { Database } from '../../../platform/server/database/connect.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** The definitions of the office's own ledgers, as data. */
export const readOwnLedgers = async (db: Database, district: string): Promise<LedgerData[]> => {
  const { rows } = await sql<{ definition: LedgerData }>`
    select definition from ledger_definition where district = ${district} order by name`.execute(db)
  return rows.map((row) => row.definition)
}

/** Whether a ledger has, or ever had, an entry. */
export const hasEntries = async (repository: Repository, ledger: string): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from ledger_entry where district = ${repository.district} and ledger = ${ledger})
    or exists (select from ledger_entry_past where district = ${repository.district} and ledger = ${ledger})
    as used`.execute(repository.db)
  return rows[0]!.used
}

/** Keeps a definition; an older one of the same name gives way. */
export const storeOwnLedger = async (repository: Repository, definition: LedgerData): Promise<void> => {
  await sql`insert into ledger_definition (district, name, definition, command)
    values (${repository.district}, ${definition.name}, ${JSON.stringify(definition)}::jsonb, ${repository.command})
    on conflict (district, name) do update
    set definition = excluded.definition, command = excluded.command, recorded_at = now()`.execute(
    repository.db,
  )
}
