import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** All current entries of these people, whatever the ledger, locked in one order. */
export const lockEntriesOf = async (
  repository: Repository,
  subjects: readonly string[],
): Promise<(Row & { ledger: string; subject: string })[]> => {
  if (subjects.length === 0) return []
  const { rows } = await sql<Row & { ledger: string; subject: string }>`select e.* from ledger_entry e
    where e.district = ${repository.district} and e.subject = any(${subjects}::uuid[])
    order by e.id for update`.execute(repository.db)
  return rows
}
