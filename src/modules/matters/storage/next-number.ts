import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** The number of a new matter: the day, and a running number that nothing else has. */
export const nextNumber = async ({ db, today }: Repository): Promise<string> => {
  const { rows } = await sql<{ n: number }>`select nextval('matter_number_seq') as n`.execute(db)
  return `${today.replaceAll('-', '')}${String(rows[0]!.n).padStart(6, '0')}`
}
