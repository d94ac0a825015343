import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import type { RecordView } from '../../contract/records.ts'
import { columnOf, type Row } from './columns.ts'
import { type Filter, readFilters } from './filter.ts'
import type { Repository } from './repository.ts'
import { inScope, readingRight } from './scope.ts'
import { seek } from './seek.ts'
import { carriedColumn } from './subject-birth.ts'
import { findTerm } from './term.ts'
import { viewOf } from './view.ts'
import { isToday, type Viewpoint, versionsAt } from './viewpoint.ts'
import { wordReferences } from './word-references.ts'

export interface ListQuery extends Viewpoint {
  readonly area?: string | undefined
  readonly filters?: Readonly<Record<string, string>>
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
  /** What to read instead of the versions at the viewpoint, such as what came within a period. */
  readonly from?: (withSubject: boolean) => RawBuilder<unknown>
  /** Leave the total at 0, where nobody shows it. */
  readonly uncounted?: boolean
  /** Further conditions, such as those of a metric. */
  readonly where?: readonly Filter[]
}

/** A stored version with the one of its subject, if any. */
export interface FoundRow {
  readonly row: Row
  readonly subject: Row | undefined
}

interface Cursor {
  value: unknown
  id: string
  total: number
}

const readCursor = (text: string): Cursor => {
  try {
    const [value, id, total] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (typeof id === 'string' && Number.isSafeInteger(total) && total >= 0) return { value, id, total }
  } catch {}
  throw new Problem('request.invalid', '翻页标记不对，请回到第一页。')
}

const writeCursor = ({ value, id, total }: Cursor): string =>
  Buffer.from(JSON.stringify([value, id, total])).toString('base64url')

interface Sort {
  term: RawBuilder<unknown>
  descending: boolean
  ofSubject: boolean
  /** Every row has a value: an index then gives the rows in order, and finds where a later page begins. */
  complete: boolean
}

const isComplete = (definition: Definition, key: string): boolean =>
  key === 'area' ||
  key === 'since' ||
  key === 'validFrom' ||
  (definition.kind === 'record' && definition.fields[key]?.required === true)

const readSort = (repository: Repository, definition: Definition, query: ListQuery): Sort => {
  const key = query.sort?.replace(/^-/, '') || 'area'
  const descending = query.sort?.startsWith('-') ?? false
  const carried = query.from || !isToday(repository, query) ? undefined : carriedColumn(definition, key)
  if (carried) return { term: sql.ref(`e.${carried}`), descending, ofSubject: false, complete: true }
  const term = findTerm(repository, definition, query, key)
  if (!term) throw new Problem('request.invalid', `${definition.title}不能按「${key}」排序。`)
  return {
    term: sql.raw(term.sql),
    descending,
    ofSubject: term.ofSubject,
    complete: isComplete(definition, key),
  }
}

/** By id too, so that the order is one; missing values last in both directions. */
const orderBy = (
  { term, descending, complete }: Sort,
  id: RawBuilder<unknown> = sql`e.id`,
): RawBuilder<unknown> => {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  return complete
    ? sql`order by ${term} ${direction}, ${id} ${direction}`
    : sql`order by ${term} ${direction} nulls last, ${id}`
}

/** Rows after the cursor. */
const afterCursor = ({ term, descending, complete }: Sort, { value, id }: Cursor): RawBuilder<boolean> => {
  if (complete) return sql<boolean>`((${term}, e.id) ${sql.raw(descending ? '<' : '>')} (${value}, ${id}))`
  if (value === null) return sql<boolean>`(${term} is null and e.id > ${id})`
  if (descending)
    return sql<boolean>`(${term} < ${value} or (${term} = ${value} and e.id > ${id}) or ${term} is null)`
  return sql<boolean>`((${term}, e.id) > (${value}, ${id}) or ${term} is null)`
}

/** `from` of a query: the definition's versions as `e`, their subjects as `s`. */
export const fromVersions = (
  repository: Repository,
  definition: Definition,
  viewpoint: Viewpoint,
  withSubject: boolean,
) => {
  const subject = definition.kind === 'ledger' ? definition.of : undefined
  const entries = sql`${versionsAt(repository, definition, viewpoint)} e`
  if (!subject || !withSubject) return entries
  const subjects = versionsAt(repository, subject, viewpoint)
  // In the past there are two tables to look into: one subject after the other, or the database would read both whole.
  return isToday(repository, viewpoint)
    ? sql`${entries} left join ${subjects} s on s.district = e.district and s.id = e.subject`
    : sql`${entries} left join lateral (
        select * from ${subjects} v where v.district = e.district and v.id = e.subject limit 1) s on true`
}

const fromQuery = (repository: Repository, definition: Definition, query: ListQuery, withSubject: boolean) =>
  query.from?.(withSubject) ?? fromVersions(repository, definition, query, withSubject)

/** Conditions that every query of a definition carries: district, ledger, scope. */
export const basicConditions = (
  repository: Repository,
  definition: Definition,
  area?: string,
): RawBuilder<unknown>[] => [
  sql`e.district = ${repository.district}`,
  ...(definition.kind === 'ledger' ? [sql`e.ledger = ${definition.name}`] : []),
  inScope(repository, readingRight(definition), area),
]

const conditionsOf = (repository: Repository, definition: Definition, query: ListQuery) => {
  const filters = [...readFilters(repository, definition, query, query.filters ?? {}), ...(query.where ?? [])]
  const subject = definition.kind === 'ledger' ? definition.of : undefined
  const words = query.q?.trim()
  const sought = words
    ? [
        sql`(${sql.join(
          [
            seek(repository, definition, 'e', words),
            ...(subject ? [seek(repository, subject, 's', words)] : []),
          ],
          sql` or `,
        )})`,
      ]
    : []
  return {
    conditions: [
      ...basicConditions(repository, definition, query.area),
      ...filters.map((filter) => filter.condition),
      ...sought,
    ],
    ofSubject: filters.some((filter) => filter.ofSubject) || (sought.length > 0 && subject !== undefined),
  }
}

/** How many rows a list has. */
export const countRows = async (
  repository: Repository,
  definition: Definition,
  query: ListQuery,
): Promise<number> => {
  const { conditions, ofSubject } = conditionsOf(repository, definition, query)
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${fromQuery(repository, definition, query, ofSubject)}
    where ${sql.join(conditions, sql` and `)}`.execute(repository.db)
  return rows[0]!.n
}

/**
 * One page of stored rows within the actor's scope, with the cursor of the next. Only the page's own rows are made
 * into JSON, and only their subjects looked up, unless rows are chosen or sorted by these.
 */
export const listRows = async (
  repository: Repository,
  definition: Definition,
  query: ListQuery,
): Promise<{ rows: FoundRow[]; next: string | null; total: number }> => {
  const cursor = query.cursor ? readCursor(query.cursor) : undefined
  const total = cursor?.total ?? (query.uncounted ? 0 : await countRows(repository, definition, query))
  const { conditions, ofSubject } = conditionsOf(repository, definition, query)
  const sort = readSort(repository, definition, query)
  const of = definition.kind === 'ledger' ? definition.of : undefined
  const early = of !== undefined && (ofSubject || sort.ofSubject || query.from !== undefined)
  const late = of !== undefined && !early
  const page = sql`
    select e ${early ? sql`, s` : sql``}, e.id, ${late ? sql`e.subject,` : sql``} ${sort.term} as key
    from ${fromQuery(repository, definition, query, early)}
    where ${sql.join([...conditions, ...(cursor ? [afterCursor(sort, cursor)] : [])], sql` and `)}
    ${orderBy(sort)}
    limit ${query.limit + 1}`
  const subjects = late
    ? sql`left join lateral (select v as s from ${versionsAt(repository, of, query)} v
        where v.district = ${repository.district} and v.id = page.subject limit 1) found on true`
    : sql``
  const { rows } = await sql<{ row: Row; subject: Row | null; key: unknown }>`
    select to_jsonb(page.e) as row ${of ? sql`, to_jsonb(s) as subject` : sql``}, page.key
    from (${page}) page ${subjects}
    ${orderBy({ ...sort, term: sql`page.key` }, sql`page.id`)}`.execute(repository.db)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ row, subject }) => ({
      row: rowFromJson(definition, row),
      subject: subject && of ? rowFromJson(of, subject) : undefined,
    })),
    next:
      rows.length > query.limit && last
        ? writeCursor({ value: last.key ?? null, id: last.row.id, total })
        : null,
    total,
  }
}

/** So many rows of a long list are fetched at once. */
const fetched = 2000

/**
 * All rows of a list, in its order, as they stand at one instant: through a cursor of the transaction that the
 * repository must be bound to, which should be a snapshot. Sorted once, however many there are.
 */
export async function* streamRows(
  repository: Repository,
  definition: Definition,
  query: Omit<ListQuery, 'cursor' | 'limit'>,
): AsyncGenerator<FoundRow[]> {
  const all = { ...query, limit: 0 }
  const { conditions } = conditionsOf(repository, definition, all)
  const sort = readSort(repository, definition, all)
  const of = definition.kind === 'ledger' ? definition.of : undefined
  await sql`declare long_list no scroll cursor for
    select to_jsonb(e) as row ${of ? sql`, to_jsonb(s) as subject` : sql``}
    from ${fromQuery(repository, definition, all, of !== undefined)}
    where ${sql.join(conditions, sql` and `)} ${orderBy(sort)}`.execute(repository.db)
  const fetch = () =>
    sql<{ row: Row; subject?: Row | null }>`fetch ${sql.raw(String(fetched))} from long_list`.execute(
      repository.db,
    )
  let coming = fetch()
  for (;;) {
    const { rows } = await coming
    if (rows.length === 0) break
    // The database makes the next ones while these are taken; where nobody takes them, nobody misses them.
    coming = fetch()
    coming.catch(() => undefined)
    yield rows.map(({ row, subject }) => ({
      row: rowFromJson(definition, row),
      subject: subject && of ? rowFromJson(of, subject) : undefined,
    }))
  }
  await sql`close long_list`.execute(repository.db)
}

/** Refuses a sort that the list does not have, before anything is made of it. */
export const checkSort = (repository: Repository, definition: Definition, query: ListQuery): void => {
  readSort(repository, definition, query)
}

/** JSON writes bytes as `\x…`; everything else comes as the driver would give it. */
export const rowFromJson = (definition: Definition, row: Row): Row => {
  if (definition.kind === 'ledger') return row
  const restored: Row = { ...row }
  for (const field of Object.values(definition.fields)) {
    const value = row[columnOf(field)]
    if (field.encrypted && typeof value === 'string')
      restored[columnOf(field)] = Buffer.from(value.slice(2), 'hex')
  }
  return restored
}

/** One page as people see it. */
export const listRecords = async (repository: Repository, definition: Definition, query: ListQuery) => {
  const { rows: found, next, total } = await listRows(repository, definition, query)
  const rows = found.map(({ row, subject }): RecordView => viewOf(repository, definition, row, subject))
  await wordReferences(repository, definition, rows)
  return { rows, next, total }
}
