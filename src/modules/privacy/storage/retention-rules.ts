import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

export interface RetentionRule {
  readonly definition: string
  /** Full years after a record ended. */
  readonly years: number
  /** Where it is written that so long is enough. */
  readonly reason: string
  /** Carried out each day without anybody asking. */
  readonly automatic: boolean
}

export const listRules = async ({ db, district }: Repository): Promise<RetentionRule[]> => {
  const { rows } = await sql<RetentionRule>`select definition, years, reason, automatic from retention_rule
    where district = ${district} order by definition`.execute(db)
  return rows
}

export const saveRule = async (
  { db, district, command }: Repository,
  { definition, years, reason, automatic }: RetentionRule,
): Promise<void> => {
  await sql`insert into retention_rule (district, definition, years, reason, automatic, command)
    values (${district}, ${definition}, ${years}, ${reason}, ${automatic}, ${command})
    on conflict (district, definition) do update set years = excluded.years, reason = excluded.reason,
      automatic = excluded.automatic, changed_at = now(), command = excluded.command`.execute(db)
}

export const dropRule = async ({ db, district }: Repository, definition: string): Promise<void> => {
  await sql`delete from retention_rule where district = ${district} and definition = ${definition}`.execute(
    db,
  )
}
