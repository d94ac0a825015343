import { sql } from 'kysely'
import type { Definition, RecordDefinition } from '../../../core/definition/index.ts'
import type { RecordView } from '../../contract/records.ts'
import { columnOf } from './columns.ts'
import type { Repository } from './repository.ts'
import { inScope, readingRight } from './scope.ts'

/** The field by which people know a record: the one they seek it by, or the first that it must have. */
const knownBy = (record: RecordDefinition) => {
  const fields = Object.values(record.fields).filter((field) => !field.encrypted)
  return (
    fields.find((field) => field.search.includes('name') || field.search.includes('text')) ??
    fields.find((field) => field.required)
  )
}

const wordsOf = async (repository: Repository, record: RecordDefinition, ids: readonly string[]) => {
  const field = knownBy(record)
  if (!field || ids.length === 0) return new Map<string, string>()
  const columns = sql.raw(`district, id, area, version, ${columnOf(field)} as word`)
  const { rows } = await sql<{ id: string; word: string }>`
    select distinct on (s.id) s.id, s.word from (
      select ${columns} from ${sql.table(record.table)}
      where district = ${repository.district} and id = any(${ids}::uuid[])
      union all select ${columns} from ${sql.table(`${record.table}_past`)}
      where district = ${repository.district} and id = any(${ids}::uuid[])) s
    where ${inScope(repository, readingRight(record), undefined, sql`s.area`)}
    order by s.id, s.version desc`.execute(repository.db)
  return new Map(rows.map((row) => [row.id, row.word]))
}

/** Gives references the words by which people know what they point to, as far as the actor may see it. */
export const wordReferences = async (
  repository: Repository,
  definition: Definition,
  views: readonly RecordView[],
): Promise<void> => {
  for (const { key, type } of Object.values(definition.fields)) {
    if (type.control.kind !== 'reference') continue
    const record = repository.catalogue.records.get(type.control.record)
    if (!record) continue
    const ids = [
      ...new Set(views.flatMap(({ values }) => (typeof values[key] === 'string' ? [values[key]] : []))),
    ]
    const words = await wordsOf(repository, record, ids)
    for (const view of views) {
      const word = words.get(String(view.values[key]))
      if (word) view.display[key] = word
    }
  }
}
