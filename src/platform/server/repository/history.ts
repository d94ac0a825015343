import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import type { HistoryStep } from '../../contract/records.ts'
import { type Row, tableOf } from './columns.ts'
import { isoInstant } from './instant.ts'
import type { Repository } from './repository.ts'
import { toValues } from './row.ts'
import { inScope, readingRight } from './scope.ts'
import { wordOf } from './view.ts'

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

/**
 * What happened to a record, oldest first, as far as its versions lay in the actor's scope. Sensitive values are
 * masked.
 */
export const getHistory = async (
  repository: Repository,
  definition: Definition,
  id: string,
): Promise<HistoryStep[]> => {
  const table = tableOf(definition)
  const { rows } = await sql<StoredStep>`
    select e.*, made.name as by, ended.name as closed_by from (
      select * from ${sql.table(table)} where district = ${repository.district} and id = ${id}
      union all select * from ${sql.table(`${table}_past`)} where district = ${repository.district} and id = ${id}) e
    left join command c on c.district = e.district and c.id = e.command
    left join staff made on made.district = c.district and made.id = c.actor
    left join command d on d.district = e.district and d.id = e.closed_command
    left join staff ended on ended.district = d.district and ended.id = d.actor
    where ${definition.kind === 'ledger' ? sql`e.ledger = ${definition.name}` : sql`true`}
      and ${inScope(repository, readingRight(definition))}
    order by e.version`.execute(repository.db)
  return rows.flatMap((row, index): HistoryStep[] => {
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
}
