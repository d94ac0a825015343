import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** The ledger entries that a person has or had, by ledger and id. */
export const listEntryIds = async (repository: Repository, subject: string) => {
  const { rows } = await sql<{ ledger: string; id: string }>`
    select distinct ledger, id from (
      select ledger, id from ledger_entry where district = ${repository.district} and subject = ${subject}
      union all select ledger, id from ledger_entry_past
        where district = ${repository.district} and subject = ${subject}) e
    order by ledger, id`.execute(repository.db)
  return rows
}
