import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { columnsOf, type Row, tableOf } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope, writingRight } from '../../../platform/server/repository/scope.ts'

const columnList = (ledger: Definition) => sql.join(columnsOf(ledger).map((column) => sql.ref(`e.${column}`)))

/** The entries that people have in a ledger, at most one each. */
export const findEntriesOf = async (
  repository: Repository,
  ledger: Definition,
  subjects: readonly string[],
  lock: boolean,
): Promise<Row[]> => {
  if (subjects.length === 0) return []
  const { rows } = await sql<Row>`select ${columnList(ledger)} from ledger_entry e
    where e.district = ${repository.district} and e.ledger = ${ledger.name}
      and e.subject = any(${subjects}::uuid[])
    ${lock ? sql`order by e.id for update` : sql``}`.execute(repository.db)
  return rows
}

/** All entries of a ledger, or all such records, that the actor may write. */
export const findAllEntries = async (
  repository: Repository,
  ledger: Definition,
  lock: boolean,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`select ${columnList(ledger)} from ${sql.table(tableOf(ledger))} e
    where e.district = ${repository.district}
      and ${ledger.kind === 'ledger' ? sql`e.ledger = ${ledger.name}` : sql`true`}
      and ${inScope(repository, writingRight(ledger))}
    ${lock ? sql`order by e.id for update` : sql``}`.execute(repository.db)
  return rows
}
