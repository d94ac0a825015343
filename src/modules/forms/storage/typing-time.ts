import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/**
 * Seconds that typing one cell by hand is taken to last, looking the value up included, where the office has said
 * nothing: an assumption, not a measurement.
 */
const assumed = 12

/** The assumption that holds now. */
export const readTypingTime = async (repository: Repository): Promise<number> => {
  const { rows } = await sql<{ seconds: number }>`select seconds::float8 as seconds from form_typing_time
    where district = ${repository.district} order by recorded_at desc limit 1`.execute(repository.db)
  return rows[0]?.seconds ?? assumed
}

export const storeTypingTime = async (repository: Repository, seconds: number): Promise<void> => {
  await sql`insert into form_typing_time (district, seconds, command)
    values (${repository.district}, ${seconds}, ${repository.command})`.execute(repository.db)
}
