import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { columnsOf, type Row, tableOf } from './columns.ts'
import type { Repository } from './repository.ts'
import { toColumns, toValues, type Values } from './row.ts'
import { inScope, writingRight } from './scope.ts'
import { deleteCurrent, insertCurrent, insertPast } from './store-version.ts'

/** How a new version came about, told in the history. */
export type Cause = 'registered' | 'changed' | 'corrected' | 'imported' | 'undone' | 'resumed'

/** Why a record ended: it feeds the difference explainer. */
export type EndCause = 'moved' | 'died' | 'reclassified' | 'expired' | 'mistaken' | 'closed'

const commandOf = (repository: Repository): string => {
  if (!repository.command) throw new Error('a write needs a command')
  return repository.command
}

/** Enters a new record. `area` must lie in the actor's writing scope: the action has checked it. */
export const insertRecord = async (
  repository: Repository,
  definition: Definition,
  record: {
    id: string
    area: string
    on: string
    values: Values
    subject?: string | undefined
    cause?: Cause
    reason?: string
    version?: number
    /** From when it has stood, where it was only away for a while; `on` unless told. */
    since?: string
  },
): Promise<Row> => {
  const row: Row = {
    district: repository.district,
    id: record.id,
    area: record.area,
    version: record.version ?? 1,
    valid_from: record.on,
    valid_to: null,
    recorded_at: new Date(),
    closed_at: null,
    superseded_at: null,
    since: record.since ?? record.on,
    ended: null,
    command: commandOf(repository),
    closed_command: null,
    cause: record.cause ?? 'registered',
    reason: record.reason ?? '',
    ...(definition.kind === 'ledger' ? { subject: record.subject ?? null } : {}),
    ...toColumns(repository.cipher, definition, record.id, record.values),
  }
  await insertCurrent(repository, definition, row)
  return row
}

/**
 * The current version, locked until the transaction ends, for those who may write it. Throws `record.not_found`,
 * and `record.stale` where a newer version than the one seen stands there.
 */
export const lockRecord = async (
  repository: Repository,
  definition: Definition,
  id: string,
  seen?: number,
): Promise<Row> => {
  const { rows } = await sql<Row>`
    select ${sql.join(columnsOf(definition).map((column) => sql.ref(`e.${column}`)))}
    from ${sql.table(tableOf(definition))} e
    where e.district = ${repository.district} and e.id = ${id}
      and ${definition.kind === 'ledger' ? sql`e.ledger = ${definition.name}` : sql`true`}
      and ${inScope(repository, writingRight(definition))}
    for update`.execute(repository.db)
  const row = rows[0]
  if (!row) throw new Problem('record.not_found', `没有找到这条${definition.title}记录，或者您不能修改它。`)
  if (seen !== undefined && row.version !== seen)
    throw new Problem('record.stale', '这条记录刚刚被别人改过。请看过最新内容后再改，您填的内容没有丢。', {
      detail: { version: row.version },
    })
  return row
}

/**
 * Writes a new version. `change`: true from `on`, the old one holds until then. `correction`: the old one had
 * always been wrong and is superseded. The area may change with it.
 */
export const changeRecord = async (
  repository: Repository,
  definition: Definition,
  old: Row,
  to: {
    values: Values
    on: string
    mode: 'change' | 'correction'
    area?: string
    cause?: Cause
    reason?: string
  },
): Promise<Row> => {
  if (to.mode === 'change' && to.on < old.valid_from)
    throw new Problem(
      'field.invalid',
      `变更日期不能早于现有记录开始的日期 ${old.valid_from}；若当时就记错了，请选「更正」。`,
      {
        places: [{ field: 'on', message: `不能早于 ${old.valid_from}` }],
      },
    )
  const now = new Date()
  const command = commandOf(repository)
  await insertPast(
    repository,
    definition,
    to.mode === 'change'
      ? { ...old, valid_to: to.on, closed_at: now, closed_command: command }
      : { ...old, superseded_at: now, closed_command: command },
  )
  const row: Row = {
    ...old,
    ...toColumns(repository.cipher, definition, old.id, to.values),
    area: to.area ?? old.area,
    version: old.version + 1,
    valid_from: to.mode === 'change' ? to.on : old.valid_from,
    recorded_at: now,
    command,
    cause: to.cause ?? (to.mode === 'change' ? 'changed' : 'corrected'),
    reason: to.reason ?? '',
  }
  await deleteCurrent(repository, definition, old.id)
  await insertCurrent(repository, definition, row)
  return row
}

/** Ends a record on a day: from then on it holds no more. */
export const endRecord = async (
  repository: Repository,
  definition: Definition,
  old: Row,
  end: { on: string; cause: EndCause; reason?: string },
): Promise<void> => {
  if (end.on < old.valid_from)
    throw new Problem('field.invalid', `日期不能早于现有记录开始的日期 ${old.valid_from}。`, {
      places: [{ field: 'on', message: `不能早于 ${old.valid_from}` }],
    })
  await insertPast(repository, definition, {
    ...old,
    valid_to: end.on,
    closed_at: new Date(),
    ended: end.cause,
    closed_command: commandOf(repository),
    reason: end.reason || old.reason,
  })
  await deleteCurrent(repository, definition, old.id)
}

/** Values of a stored version. */
export const valuesOf = (repository: Repository, definition: Definition, row: Row): Values =>
  toValues(repository.cipher, definition, row)
