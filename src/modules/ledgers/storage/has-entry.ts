import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** Whether a subject stands in a ledger today. */
export const hasEntry = async (repository: Repository, ledger: string, subject: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from ledger_entry
    where district = ${repository.district} and subject = ${subject} and ledger = ${ledger}`.execute(
    repository.db,
  )
  return rows.length > 0
}
