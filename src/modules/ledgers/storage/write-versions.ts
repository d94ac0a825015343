import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Definition } from '../../../core/definition/index.ts'
import { copyRows } from '../../../platform/server/repository/bulk.ts'
import { columnsOf, type Row, tableOf } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { columnWriters, type Values } from '../../../platform/server/repository/row.ts'
import { followBirths } from '../../../platform/server/repository/subject-birth.ts'
import type { Cause } from '../../../platform/server/repository/write.ts'

/** A version to be written; `old` is the locked current one that it follows. */
export interface NewVersion {
  readonly id: string
  readonly area: string
  readonly version: number
  readonly since: string
  readonly cause: Cause
  readonly values: Values
  readonly subject?: string | undefined
  /** When the subject was born, where it is somebody. */
  readonly subjectBirth?: string | undefined
  readonly old?: Row | undefined
}

/** Columns of a new version, beside the subject and those of its fields; the others stay empty. */
const written = 'district id area version valid_from recorded_at since command cause reason'.split(' ')

/**
 * Writes many versions of one definition, true from `on`: the old ones are closed and laid with the past, the new
 * ones copied. The rows behind `old` must be locked; `client` is the connection of the repository's transaction.
 */
export const writeVersions = async (
  repository: Repository,
  client: ClientBase,
  definition: Definition,
  on: string,
  versions: readonly NewVersion[],
): Promise<void> => {
  if (versions.length === 0) return
  const { command } = repository
  if (!command) throw new Error('a write needs a command')
  const now = new Date()
  const columns = columnsOf(definition)
  const inOrder = (row: Record<string, unknown>) => columns.map((column) => row[column])
  const olds = versions.flatMap(({ old }) => (old ? [old] : []))
  if (olds.length > 0) {
    await copyRows(
      client,
      `${tableOf(definition)}_past`,
      columns,
      olds.map((old) => inOrder({ ...old, valid_to: on, closed_at: now, closed_command: command })),
    )
    await sql`delete from ${sql.table(tableOf(definition))}
      where district = ${repository.district} and id = any(${olds.map(({ id }) => id)}::uuid[])`.execute(
      repository.db,
    )
  }
  const writers = columnWriters(repository.cipher, definition)
  const { district } = repository
  const ofSubject = definition.kind === 'ledger'
  const recordedAt = now.toISOString()
  // Made as they are taken, so that sealing and storing go on at the same time.
  function* newRows() {
    for (const { id, area, version, since, cause, subject, subjectBirth, values } of versions) {
      const row: unknown[] = [district, id, area, version, on, recordedAt, since, command, cause, '']
      if (ofSubject) row.push(subject, subjectBirth ?? 'infinity')
      for (const [, write] of writers) row.push(write(id, values))
      yield row
    }
  }
  const target = [
    ...written,
    ...(ofSubject ? ['subject', 'subject_birth'] : []),
    ...writers.map(([column]) => column),
  ]
  await copyRows(client, tableOf(definition), target, newRows())
  await followBirths(
    repository,
    definition,
    olds.map(({ id }) => id),
  )
}
