import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { columnOf, tableOf } from '../../../platform/server/repository/columns.ts'
import type { Catalogue, Repository } from '../../../platform/server/repository/repository.ts'

/** Something that is kept, under another definition, may speak of a record and hold it back. */
const holders = ({ records }: Catalogue, definition: Definition): RawBuilder<boolean>[] => {
  if (definition.kind === 'ledger') return []
  const names = [...records.keys()]
  // A household is held by its people, not a person by the household that they once headed: else none would ever go.
  const earlier = [...records.values()].filter(
    ({ name }) => names.indexOf(name) < names.indexOf(definition.name),
  )
  const references = earlier.flatMap((record) =>
    Object.values(record.fields)
      .filter(({ type }) => type.control.kind === 'reference' && type.control.record === definition.name)
      .map((field) => [record.table, columnOf(field)] as const),
  )
  return [['ledger_entry', 'subject'] as const, ...references].flatMap(([table, column]) =>
    ['', '_past'].map(
      (suffix) => sql<boolean>`exists (select from ${sql.table(`${table}${suffix}`)} h
        where h.district = d.district and h.${sql.ref(column)} = d.id)`,
    ),
  )
}

/**
 * Records of which no version stands and the last ended by a day: `id`, when it ended, how many versions, and whether
 * something else holds it back.
 */
const dueRecords = (repository: Repository, definition: Definition, endedBy: string): RawBuilder<unknown> => {
  const table = tableOf(definition)
  const held = holders(repository.catalogue, definition)
  return sql`(select d.*, ${held.length === 0 ? sql`false` : sql.join(held, sql` or `)} as held from (
    select p.district, p.id, count(*)::integer as versions,
      max(coalesce(p.valid_to, p.superseded_at::date, p.closed_at::date)) as ended_on
    from ${sql.table(`${table}_past`)} p
    where p.district = ${repository.district}
      and ${definition.kind === 'ledger' ? sql`p.ledger = ${definition.name}` : sql`true`}
    group by p.district, p.id) d
  where d.ended_on <= ${endedBy}::date and not exists (select from ${sql.table(table)} c
    where c.district = d.district and c.id = d.id))`
}

export interface Due {
  readonly records: number
  readonly versions: number
  readonly held: number
  readonly byYear: { readonly year: number; readonly records: number }[]
}

/** What is due: numbers only. */
export const countDue = async (
  repository: Repository,
  definition: Definition,
  endedBy: string,
): Promise<Due> => {
  const { rows } = await sql<{ year: number; held: boolean; records: number; versions: number }>`
    select date_part('year', ended_on)::integer as year, held, count(*)::integer as records,
      sum(versions)::integer as versions
    from ${dueRecords(repository, definition, endedBy)} due group by 1, 2 order by 1`.execute(repository.db)
  const going = rows.filter(({ held }) => !held)
  const sum = (of: typeof rows, key: 'records' | 'versions') => of.reduce((all, row) => all + row[key], 0)
  return {
    records: sum(going, 'records'),
    versions: sum(going, 'versions'),
    held: sum(
      rows.filter(({ held }) => held),
      'records',
    ),
    byYear: going.map(({ year, records }) => ({ year, records })),
  }
}

/** The records that go. */
export const listDue = async (
  repository: Repository,
  definition: Definition,
  endedBy: string,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from ${dueRecords(repository, definition, endedBy)} due where not held order by id`.execute(
    repository.db,
  )
  return rows.map(({ id }) => id)
}
