import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { columnOf, tableOf } from '../repository/columns.ts'
import { findDefinition, type Repository } from '../repository/repository.ts'
import { inScope, readingRight } from '../repository/scope.ts'

/** The field by which people call a record: the one sought by name. */
const callName = (definition: Definition | undefined) =>
  definition &&
  Object.values(definition.fields).find((field) => field.search.includes('name') && !field.encrypted)

const namesOf = async (repository: Repository, definition: Definition, ids: readonly string[]) => {
  const of = definition.kind === 'ledger' ? definition.of : definition
  const field = callName(of)
  if (!of || !field) return []
  const versions = (table: string, columns: ReturnType<typeof sql.raw>) =>
    sql`(select ${columns} from ${sql.table(table)} union all select ${columns} from ${sql.table(`${table}_past`)})`
  const name = sql.ref(`s.${columnOf(field)}`)
  const right = readingRight(definition)
  const subjects = versions(of.table, sql.raw(`district, id, area, version, ${columnOf(field)}`))
  const { rows } =
    definition.kind === 'record'
      ? await sql<{ id: string; name: string }>`
          select distinct on (s.id) s.id, ${name} as name from ${subjects} s
          where s.district = ${repository.district} and s.id = any(${ids}::uuid[])
            and ${inScope(repository, right, undefined, sql`s.area`)} order by s.id, s.version desc`.execute(
          repository.db,
        )
      : await sql<{ id: string; name: string }>`
          select distinct on (e.id) e.id, ${name} as name
          from ${versions(tableOf(definition), sql.raw('district, id, area, subject'))} e
          join ${subjects} s on s.district = e.district and s.id = e.subject
          where e.district = ${repository.district} and e.id = any(${ids}::uuid[])
            and ${inScope(repository, right)} order by e.id, s.version desc`.execute(repository.db)
  return rows
}

/** What the subjects of audit entries are called, as far as the actor may see them; by id. */
export const readSubjectNames = async (
  repository: Repository,
  entries: readonly { definition: string | null; subject: string | null }[],
): Promise<Map<string, string>> => {
  const byDefinition = Map.groupBy(
    entries.filter((entry) => entry.subject !== null),
    (entry) => entry.definition,
  )
  const names = new Map<string, string>()
  for (const [name, group] of byDefinition) {
    const definition = name === null ? undefined : findDefinition(repository.catalogue, name)
    if (!definition) continue
    const ids = [...new Set(group.map((entry) => entry.subject!))]
    for (const row of await namesOf(repository, definition, ids)) names.set(row.id, row.name)
  }
  return names
}
