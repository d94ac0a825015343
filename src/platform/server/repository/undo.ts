import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { type Row, tableOf } from './columns.ts'
import type { Repository } from './repository.ts'
import { inScope, writingRight } from './scope.ts'
import { deleteCurrent, insertCurrent, insertPast } from './store-version.ts'

const select = async (
  repository: Repository,
  definition: Definition,
  table: string,
  id: string,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.* from ${sql.table(table)} e
    where e.district = ${repository.district} and e.id = ${id}
      and ${definition.kind === 'ledger' ? sql`e.ledger = ${definition.name}` : sql`true`}
      and ${inScope(repository, writingRight(definition))}
    order by e.version desc limit 2 for update`.execute(repository.db)
  return rows
}

const supersede = async (repository: Repository, definition: Definition, row: Row, at: Date) => {
  await repository.db
    .updateTable(`${tableOf(definition)}_past`)
    .set({ superseded_at: at })
    .where('district', '=', repository.district)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .execute()
}

/** Whether the actor gave the command themselves. */
const isOwn = async (repository: Repository, command: string | null): Promise<boolean> => {
  const given = await repository.db
    .selectFrom('command')
    .select('actor')
    .where('district', '=', repository.district)
    .where('id', '=', command)
    .executeTakeFirst()
  return given?.actor === repository.actor.id
}

/** Throws `right.missing` where somebody else gave the command. */
export const refuseOthersCommand = async (repository: Repository, command: string | null): Promise<void> => {
  if (!(await isOwn(repository, command))) throw new Problem('right.missing', '只能撤销自己做的改动。')
}

/**
 * Takes back one's own latest step on a record: what it wrote is superseded, what it closed stands again as a new
 * version. Nothing is erased. `version` is the one whose making, or end, is undone; `record.stale` where another
 * step followed.
 */
export const undoLatest = async (
  repository: Repository,
  definition: Definition,
  id: string,
  version: number,
): Promise<void> => {
  const table = tableOf(definition)
  const [current] = await select(repository, definition, table, id)
  const [last] = await select(repository, definition, `${table}_past`, id)
  const undone = current ?? last
  if (!undone)
    throw new Problem('record.not_found', `没有找到这条${definition.title}记录，或者您不能修改它。`)
  const possible = current
    ? current.cause !== 'undone' && current.cause !== 'regridded'
    : undone.ended !== null && undone.superseded_at === null
  if (undone.version !== version || !possible)
    throw new Problem('record.stale', '这一步之后又有了新的改动，不能再撤销。请直接修改。')
  await refuseOthersCommand(repository, current ? current.command : undone.closed_command)

  const now = new Date()
  if (current) {
    await deleteCurrent(repository, definition, id)
    await insertPast(repository, definition, {
      ...current,
      superseded_at: now,
      closed_command: repository.command!,
    })
  }
  const restored = current?.version === 1 ? undefined : last
  if (!restored) return
  if (!restored.superseded_at) await supersede(repository, definition, restored, now)
  await insertCurrent(repository, definition, {
    ...restored,
    version: undone.version + 1,
    valid_to: null,
    recorded_at: now,
    closed_at: null,
    superseded_at: null,
    ended: null,
    command: repository.command!,
    closed_command: null,
    cause: 'undone',
    reason: '',
  })
}
