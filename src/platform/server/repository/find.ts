import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import type { RecordView } from '../../contract/records.ts'
import type { Row } from './columns.ts'
import { tableOf } from './columns.ts'
import type { FoundRow } from './list.ts'
import type { Repository } from './repository.ts'
import { inScope, readingRight } from './scope.ts'
import { viewOf } from './view.ts'
import { type Viewpoint, versionsAt } from './viewpoint.ts'
import { wordReferences } from './word-references.ts'

/** The version that holds at the viewpoint, if it lies in the actor's scope. */
const findHolding = async (
  repository: Repository,
  definition: Definition,
  id: string,
  viewpoint: Viewpoint,
) => {
  const { rows } = await sql<Row>`
    select e.* from ${versionsAt(repository, definition, viewpoint)} e
    where e.district = ${repository.district} and e.id = ${id}
      and ${definition.kind === 'ledger' ? sql`e.ledger = ${definition.name}` : sql`true`}
      and ${inScope(repository, readingRight(definition))}`.execute(repository.db)
  return rows[0]
}

/** The last version of a record that has ended. */
const findLast = async (repository: Repository, definition: Definition, id: string) => {
  const { rows } = await sql<Row>`
    select e.* from ${sql.table(`${tableOf(definition)}_past`)} e
    where e.district = ${repository.district} and e.id = ${id} and e.superseded_at is null
      and ${definition.kind === 'ledger' ? sql`e.ledger = ${definition.name}` : sql`true`}
      and e.ended is not null
      and not exists (select from ${sql.table(tableOf(definition))} c where c.district = e.district and c.id = e.id)
      and ${inScope(repository, readingRight(definition))}
    order by e.version desc limit 1`.execute(repository.db)
  return rows[0]
}

/**
 * A stored version by id: the one that holds at the viewpoint or, looking from today, the last before it ended.
 * Undefined where there is none and where it lies outside the actor's scope: the two cannot be told apart.
 */
export const findRow = async (
  repository: Repository,
  definition: Definition,
  id: string,
  viewpoint: Viewpoint = {},
): Promise<FoundRow | undefined> => {
  const row =
    (await findHolding(repository, definition, id, viewpoint)) ??
    (viewpoint.asOf === undefined ? await findLast(repository, definition, id) : undefined)
  if (!row) return undefined
  const of = definition.kind === 'ledger' ? definition.of : undefined
  const subject = of && row.subject ? await findRow(repository, of, row.subject, viewpoint) : undefined
  return { row, subject: subject?.row }
}

/** The record as people see it. Throws `record.not_found` where it is not to be seen. */
export const getRecord = async (
  repository: Repository,
  definition: Definition,
  id: string,
  viewpoint: Viewpoint = {},
): Promise<RecordView> => {
  const found = await findRow(repository, definition, id, viewpoint)
  if (!found) throw notFound(definition)
  const view = viewOf(repository, definition, found.row, found.subject)
  await wordReferences(repository, definition, [view])
  return view
}

export const notFound = (definition: Definition): Problem =>
  new Problem('record.not_found', `没有找到这条${definition.title}记录，或者它不在您的辖区。`)
