import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { may } from '../permission/actor.ts'
import { columnOf, type Row, tableOf } from './columns.ts'
import { listTouched, type Touched } from './command-records.ts'
import { findDefinition, type Repository } from './repository.ts'
import { writingRight } from './scope.ts'
import { deleteCurrent, insertCurrent, insertPast } from './store-version.ts'

interface Held {
  readonly definition: Definition
  readonly touched: Touched
  readonly current: Row | undefined
  /** The version that is to stand again. */
  readonly former: Row | undefined
  /** The highest number that the record has had. */
  readonly last: number
}

const stale = (definition: Definition): Problem =>
  new Problem(
    'record.stale',
    `在这之后，其中的${definition.title}又有了改动，不能再整件撤销。请先撤销后来的那一步，或直接修改。`,
  )

const refuseForeign = (repository: Repository, definition: Definition, rows: (Row | undefined)[]) => {
  for (const row of rows)
    if (row && !may(repository.actor, writingRight(definition), row.area))
      throw new Problem('record.not_found', `没有找到其中的${definition.title}记录，或者您不能修改它。`)
}

/** Locks a touched record and holds it against what the command left. */
const hold = async (repository: Repository, touched: Touched): Promise<Held> => {
  const definition = findDefinition(repository.catalogue, touched.definition)
  if (!definition) throw new Error(`no definition ${touched.definition}`)
  const select = (table: string) =>
    sql<Row>`select * from ${sql.table(table)}
    where district = ${repository.district} and id = ${touched.record}
    order by version desc for update`.execute(repository.db)
  const current = (await select(tableOf(definition))).rows[0]
  const past = (await select(`${tableOf(definition)}_past`)).rows
  if ((current?.version ?? null) !== touched.after) throw stale(definition)
  const former = past.find((row) => row.version === touched.before)
  // An ended record that was entered and ended anew since.
  if (touched.after === null && (!former?.ended || former.superseded_at)) throw stale(definition)
  refuseForeign(repository, definition, [current, former])
  return {
    definition,
    touched,
    current,
    former,
    last: Math.max(current?.version ?? 0, past[0]?.version ?? 0),
  }
}

const takeAway = async (repository: Repository, { definition, current }: Held, now: Date) => {
  if (!current) return
  await deleteCurrent(repository, definition, current.id)
  await insertPast(repository, definition, {
    ...current,
    superseded_at: now,
    closed_command: repository.command!,
  })
}

const bringBack = async (repository: Repository, { definition, former, last }: Held, now: Date) => {
  if (!former) return
  await repository.db
    .updateTable(`${tableOf(definition)}_past`)
    .set({ superseded_at: former.superseded_at ?? now })
    .where('district', '=', repository.district)
    .where('id', '=', former.id)
    .where('version', '=', former.version)
    .execute()
  await insertCurrent(repository, definition, {
    ...former,
    version: last + 1,
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
  // What an earlier command left stands again under a new number, and can be undone in its turn.
  await sql`update command_record set after_version = ${last + 1}
    where district = ${repository.district} and record = ${former.id} and after_version = ${former.version}`.execute(
    repository.db,
  )
}

/** Where records of other kinds point to this one. */
const referencesTo = (repository: Repository, record: string) =>
  [...repository.catalogue.records.values()].flatMap((definition) =>
    Object.values(definition.fields).flatMap((field) =>
      field.type.control.kind === 'reference' && field.type.control.record === record
        ? [{ definition, field }]
        : [],
    ),
  )

/** Nothing that stands may point to what stands no more. */
const refuseDangling = async (repository: Repository, held: readonly Held[]) => {
  for (const { definition, touched, former } of held) {
    if (definition.kind !== 'record') continue
    if (former) {
      for (const field of Object.values(definition.fields)) {
        const target = former[columnOf(field)]
        if (field.type.control.kind !== 'reference' || !target) continue
        const record = repository.catalogue.records.get(field.type.control.record)
        if (!record) continue
        const { rows } = await sql`select from ${sql.table(record.table)}
          where district = ${repository.district} and id = ${target}`.execute(repository.db)
        if (rows.length === 0) throw stale(record)
      }
      continue
    }
    for (const { definition: other, field } of referencesTo(repository, definition.name)) {
      const { rows } = await sql`select from ${sql.table(other.table)}
        where district = ${repository.district} and ${sql.ref(columnOf(field))} = ${touched.record} limit 1`.execute(
        repository.db,
      )
      if (rows.length > 0) throw stale(other)
    }
    const { rows } = await sql`select from ledger_entry
      where district = ${repository.district} and subject = ${touched.record} limit 1`.execute(repository.db)
    if (rows.length > 0)
      throw new Problem(
        'record.stale',
        `这条${definition.title}登记之后已进入台账，不能再撤销。请先移出台账。`,
      )
  }
}

/**
 * Undoes a command as a whole: every record that it touched stands again as before, and nothing is erased. Throws
 * `record.stale` where a later change stands on one of them, and then changes nothing.
 */
export const undoCommand = async (repository: Repository, command: string): Promise<readonly Touched[]> => {
  const { rows } = await sql<{ undone_by: string | null }>`select undone_by from command
    where district = ${repository.district} and id = ${command} for update`.execute(repository.db)
  if (!rows[0]) throw new Problem('record.not_found', '没有找到要撤销的这件事。')
  if (rows[0].undone_by) throw new Problem('record.stale', '这件事已经撤销过了。')
  const touched = await listTouched(repository, command)
  const held: Held[] = []
  for (const one of touched) held.push(await hold(repository, one))
  const now = new Date()
  for (const one of held) await takeAway(repository, one, now)
  for (const one of held) await bringBack(repository, one, now)
  await refuseDangling(repository, held)
  await sql`update command set undone_by = ${repository.command}
    where district = ${repository.district} and id = ${command}`.execute(repository.db)
  return touched
}
