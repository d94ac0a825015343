import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import type { Cutoff } from '../../../platform/server/figures/metric-query.ts'
import { basicConditions, fromVersions } from '../../../platform/server/repository/list.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/**
 * Whether a ledger or register held anything at all in the area on that day. Where it did not, its counts of
 * zero say that nobody had begun to record, not that there was nothing.
 */
export const reachesBack = async (
  repository: Repository,
  definition: Definition,
  { area, asOf }: Cutoff,
): Promise<boolean> => {
  const conditions: RawBuilder<unknown>[] = basicConditions(repository, definition, area)
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from ${fromVersions(repository, definition, { asOf }, false)}
      where ${sql.join(conditions, sql` and `)}) as some`.execute(repository.db)
  return rows[0]!.some
}
