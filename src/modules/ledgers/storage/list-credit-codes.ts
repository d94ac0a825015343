import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** The credit codes of all organisations of the district, in anybody's area, and whose they are. */
export const listCreditCodes = async ({ db, district }: Repository): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; code: string }>`select id, credit_code as code from organisation
    where district = ${district} and credit_code is not null`.execute(db)
  return new Map(rows.map(({ id, code }) => [code, id]))
}
