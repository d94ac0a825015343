import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import type { HistoryStep } from '../../contract/records.ts'
import type { Right } from '../../contract/right.ts'
import { type Row, tableOf } from './columns.ts'
import { isoInstant } from './instant.ts'
import { findDefinition, type Repository } from './repository.ts'
import { toValues } from './row.ts'
import { inScope, readingRight } from './scope.ts'
import { wordOf } from './view.ts'
import { isToday, type Viewpoint } from './viewpoint.ts'

interface StoredStep extends Row {
  by: string | null
  closed_by: string | null
}

const causeWords: Record<string, string> = {
  registered: '登记',
  changed: '情况变化',
  corrected: '更正',
  imported: '表格导入',
  undone: '撤销',
  regridded: '网格调整',
  resumed: '恢复',
  moved: '迁出',
  died: '去世',
  reclassified: '不再符合条件',
  expired: '到期',
  mistaken: '误登记',
}

const kindOf = (row: Row): HistoryStep['kind'] => {
  if (row.version === 1) return 'created'
  if (row.cause === 'corrected') return 'corrected'
  return row.cause === 'undone' || row.cause === 'resumed' ? 'resumed' : 'changed'
}

const changesBetween = (
  repository: Repository,
  definition: Definition,
  before: Row | undefined,
  after: Row,
) => {
  const old = before ? toValues(repository.cipher, definition, before) : {}
  const fresh = toValues(repository.cipher, definition, after)
  const changes = Object.values(definition.fields)
    .filter((field) => field.type.control.kind !== 'reference')
    .filter((field) => (old[field.key] ?? null) !== (fresh[field.key] ?? null))
    .map((field) => ({
      field: field.key,
      title: field.title,
      before: wordOf(field, old[field.key]),
      after: wordOf(field, fresh[field.key]),
    }))
  if (before && before.area !== after.area)
    changes.push({
      field: 'area',
      title: '所属区域',
      before: repository.areas.nameOf(before.area),
      after: repository.areas.nameOf(after.area),
    })
  return changes
}

const stepsOf = (
  repository: Repository,
  definition: Definition,
  rows: readonly StoredStep[],
): HistoryStep[] =>
  rows.flatMap((row, index): HistoryStep[] => {
    const base = {
      definition: definition.name,
      definitionTitle: definition.title,
      record: row.id,
      version: row.version,
      reason: row.reason,
    }
    const made: HistoryStep = {
      ...base,
      kind: kindOf(row),
      on: row.valid_from,
      recordedAt: isoInstant(row.recorded_at),
      by: row.by ?? '系统',
      cause: causeWords[row.cause] ?? row.cause,
      changes: changesBetween(repository, definition, rows[index - 1], row),
    }
    if (!row.ended || !row.valid_to) return [made]
    const end: HistoryStep = {
      ...base,
      kind: 'ended',
      on: row.valid_to,
      recordedAt: isoInstant(row.closed_at ?? row.recorded_at),
      by: row.closed_by ?? '系统',
      cause: causeWords[row.ended] ?? row.ended,
      changes: [],
    }
    return [made, end]
  })
/** A version with who made it and who ended it, and whether it holds at the viewpoint. */
interface KnownVersion extends StoredStep {
  holds: boolean
}

/** All versions of some records of a table that lay in the actor's scope, each record's oldest first. */
const findVersions = async (
  repository: Repository,
  { table, right }: { table: string; right: Right },
  records: RawBuilder<boolean>,
  viewpoint: Viewpoint,
): Promise<KnownVersion[]> => {
  const day = viewpoint.asOf ?? repository.today
  const [now, then] = isToday(repository, viewpoint)
    ? [sql`true`, sql`false`]
    : [sql`valid_from <= ${day}`, sql`(valid_from <= ${day} and valid_to > ${day} and superseded_at is null)`]
  const { rows } = await sql<KnownVersion>`
    select e.*, made.name as by, ended.name as closed_by from (
      select *, ${now} as holds from ${sql.table(table)} where district = ${repository.district} and ${records}
      union all select *, ${then} from ${sql.table(`${table}_past`)}
        where district = ${repository.district} and ${records}) e
    left join command c on c.district = e.district and c.id = e.command
    left join staff made on made.district = c.district and made.id = c.actor
    left join command d on d.district = e.district and d.id = e.closed_command
    left join staff ended on ended.district = d.district and ended.id = d.actor
    where ${inScope(repository, right)}
    order by e.id, e.version`.execute(repository.db)
  return rows
}

/** A record's steps, oldest first, with the version that holds at the viewpoint. */
interface KnownRecord {
  readonly definition: Definition
  readonly holding: Row | undefined
  readonly steps: readonly HistoryStep[]
}

const knownRecord = (
  repository: Repository,
  definition: Definition,
  versions: readonly KnownVersion[],
): KnownRecord => ({
  definition,
  holding: versions.find(({ holds }) => holds),
  steps: stepsOf(repository, definition, versions),
})

/**
 * What happened to a record, as far as its versions lay in the actor's scope, and what it is at the viewpoint (a day,
 * as known now). Sensitive values of the steps are masked.
 */
export const getKnown = async (
  repository: Repository,
  definition: Definition,
  id: string,
  viewpoint: Viewpoint = {},
): Promise<KnownRecord> => {
  const own = sql<boolean>`id = ${id} and ${definition.kind === 'ledger' ? sql`ledger = ${definition.name}` : sql`true`}`
  const place = { table: tableOf(definition), right: readingRight(definition) }
  return knownRecord(repository, definition, await findVersions(repository, place, own, viewpoint))
}

/** As {@link getKnown}, of every entry that a subject has or had, by ledger. */
export const getKnownEntries = async (
  repository: Repository,
  subject: string,
  viewpoint: Viewpoint,
): Promise<KnownRecord[]> => {
  const entriesIn = (table: string) =>
    sql`select id from ${sql.table(table)} where district = ${repository.district} and subject = ${subject}`
  const own = sql<boolean>`id = any(array(${entriesIn('ledger_entry')} union ${entriesIn('ledger_entry_past')}))`
  const place = { table: 'ledger_entry', right: 'ledger.read' as const }
  const versions = await findVersions(repository, place, own, viewpoint)
  return [...Map.groupBy(versions, ({ id }) => id).values()]
    .toSorted((one, other) => String(one[0]!.ledger).localeCompare(String(other[0]!.ledger)))
    .flatMap((own) => {
      const definition = findDefinition(repository.catalogue, String(own[0]!.ledger))
      return definition?.kind === 'ledger' ? [knownRecord(repository, definition, own)] : []
    })
}

/** What happened to a record, oldest first, as far as its versions lay in the actor's scope. Sensitive values are masked. */
export const getHistory = async (
  repository: Repository,
  definition: Definition,
  id: string,
): Promise<HistoryStep[]> => [...(await getKnown(repository, definition, id)).steps]
