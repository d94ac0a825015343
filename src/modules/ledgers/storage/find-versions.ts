import { sql } from 'kysely'
import type { LedgerDefinition } from '../../../core/definition/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** Entries that the actor may write and import, by id; locked where they are about to be written. */
export const findWritable = async (
  repository: Repository,
  ledger: LedgerDefinition,
  ids: readonly string[],
  lock: boolean,
): Promise<Map<string, Row>> => {
  const { rows } = await sql<Row>`select e.* from ledger_entry e
    where e.district = ${repository.district} and e.ledger = ${ledger.name} and e.id = any(${ids}::uuid[])
      and ${inScope(repository, 'ledger.write')} and ${inScope(repository, 'data.import')}
    order by e.id ${lock ? sql`for update` : sql``}`.execute(repository.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** These versions of entries, by id, wherever they stand now. */
export const findVersions = async (
  repository: Repository,
  ledger: LedgerDefinition,
  wanted: readonly { id: string; version: number }[],
): Promise<Map<string, Row>> => {
  const ids = wanted.map(({ id }) => id)
  const versions = wanted.map(({ version }) => version)
  const { rows } = await sql<Row>`select e.* from unnest(${ids}::uuid[], ${versions}::int[]) w(id, version)
    join (select * from ledger_entry union all select * from ledger_entry_past) e
      on e.id = w.id and e.version = w.version
    where e.district = ${repository.district} and e.ledger = ${ledger.name}`.execute(repository.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The subjects of entries as they stand, by id. */
export const findSubjectRows = async (
  repository: Repository,
  ledger: LedgerDefinition,
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  if (!ledger.of || ids.length === 0) return new Map()
  const { rows } = await sql<Row>`select * from ${sql.table(ledger.of.table)}
    where district = ${repository.district} and id = any(${ids}::uuid[])`.execute(repository.db)
  return new Map(rows.map((row) => [row.id, row]))
}
