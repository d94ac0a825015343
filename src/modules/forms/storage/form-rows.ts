import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import type { Right } from '../../../platform/contract/right.ts'
import { columnOf, type Row } from '../../../platform/server/repository/columns.ts'
import { basicConditions, fromVersions, rowFromJson } from '../../../platform/server/repository/list.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope, readingRight } from '../../../platform/server/repository/scope.ts'
import { versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import type { RowChoice } from '../contract-request.ts'
import { rowFilters } from '../source/row-choice.ts'
import type { Held, JoinedRow, Source, Step } from '../source/source.ts'
import { householdStep, personStep, stepsFrom } from '../source/steps.ts'

/** Which rows of a form are wanted, and for whom. */
export interface RowQuery {
  readonly repository: Repository
  readonly base: Definition
  readonly rows: RowChoice
  readonly area: string | undefined
  readonly asOf: string
  /** Beside reading: rows lie where these rights hold too. */
  readonly rights: readonly Right[]
  readonly steps: ReadonlySet<Step>
}

/** Steps with those on the way to them: a dwelling is reached through the household. */
const withWay = (base: Definition, steps: ReadonlySet<Step>): Set<Step> => {
  const all = new Set<Step>(['e', ...steps])
  const home = householdStep(base)
  if (home && (all.has('d') || all.has('o'))) all.add(home)
  if (all.has('gp')) all.add('gr')
  if (personStep(base) === 's' && all.size > 1) all.add('s')
  return all
}

/** A join of a step; what lies outside the actor's reach is as if it were not there. */
const joinOf = (
  { repository, base, asOf, rights }: RowQuery,
  step: Step,
  definition: Definition,
): RawBuilder<unknown> => {
  const alias = sql.raw(step)
  const scopeOf = (name: string) =>
    [readingRight(definition), ...rights].map((right) =>
      inScope(repository, right, undefined, sql.raw(`${name}.area`)),
    )
  const home = sql.raw(householdStep(base) ?? 'e')
  const person = sql.raw(personStep(base) ?? 'e')
  // Somebody may have two guardians; a row has room for one, the first there was.
  if (step === 'gr')
    return sql`left join lateral (select v.* from ${versionsAt(repository, definition, { asOf })} v
      where v.district = ${repository.district} and v.person = ${person}.id and v.kind = ${guardian}
        and ${sql.join(scopeOf('v'), sql` and `)}
      order by v.since, v.id limit 1) gr on true`
  const on =
    step === 'h'
      ? sql`h.id = ${person}.household`
      : step === 'd'
        ? sql`d.id = ${home}.dwelling`
        : step === 'o'
          ? sql`o.id = ${home}.head`
          : step === 'gp'
            ? sql`gp.id = gr.relative`
            : sql`${alias}.subject = ${person}.id and ${alias}.ledger = ${definition.name}`
  return sql`left join ${versionsAt(repository, definition, { asOf })} ${alias}
    on ${alias}.district = ${repository.district} and ${on} and ${sql.join(scopeOf(step), sql` and `)}`
}

/** The code of 监护人 among the kinds of relations. */
const guardian = '1'

/** A household is joined before what is found through it, a relation before who stands behind it. */
const order: readonly Step[] = ['e', 's', 'h', 'd', 'o', 'gr', 'gp']
const place = ({ step }: { step: Step }): number => order.indexOf(step) + 1 || order.length + 1

/** What is reached from the rows of a query, and its FROM and WHERE. */
export const rowParts = (query: RowQuery) => {
  const { repository, base, area, asOf, rows, rights } = query
  const wanted = withWay(base, query.steps)
  const person = repository.catalogue.records.get('person')!
  const through = (['o', 'gp'] as const).map((step) => ({ step, definition: person }))
  const reached = [...stepsFrom(base, repository.catalogue), ...through].filter(
    ({ step }, index, all) => wanted.has(step) && all.findIndex((one) => one.step === step) === index,
  )
  const joined = reached
    .filter(({ step }) => step !== 'e' && step !== 's')
    .sort((one, other) => place(one) - place(other))
  const filters = rowFilters(repository, base, rows, asOf)
  const withSubject = wanted.has('s') || filters.some(({ ofSubject }) => ofSubject)
  const from = sql`${fromVersions(repository, base, { asOf }, withSubject)}
    ${sql.join(
      joined.map(({ step, definition }) => joinOf(query, step, definition)),
      sql` `,
    )}`
  const conditions = [
    ...basicConditions(repository, base, area),
    ...rights.map((right) => inScope(repository, right, area)),
    ...filters.map(({ condition }) => condition),
    ...(rows.record ? [sql`e.id = ${rows.record}`] : []),
  ]
  return { reached, from, where: sql.join(conditions, sql` and `) }
}

/** How many live in the household of a row. */
export const sizeOf = ({ repository, asOf }: RowQuery, step: Step) =>
  sql`(select count(*)::integer from ${versionsAt(repository, repository.catalogue.records.get('person')!, { asOf })} m
    where m.district = ${repository.district} and m.household = ${sql.raw(step)}.id)`

/** What rows are told apart by: the area they lie in, or a field that is not encrypted. */
export type RowMark = 'area' | Held

/** Rows in the order of these values of their mark; within one, in the order of areas. */
export interface RowOrder {
  readonly mark: RowMark
  readonly values: readonly string[]
}

const markOf = (mark: RowMark): RawBuilder<string> => {
  if (mark === 'area') return sql`e.area`
  const { step, definition, field } = mark
  return definition.kind === 'record'
    ? sql`coalesce(${sql.raw(step)}.${sql.ref(columnOf(field))}::text, '')`
    : sql`coalesce(${sql.raw(step)}.fields->>${sql.lit(field.key)}, '')`
}

/** How many rows there are by mark, in its order; '' where a field is empty. */
export const countRowsBy = async (
  query: RowQuery,
  mark: RowMark,
): Promise<{ value: string; count: number }[]> => {
  const { from, where } = rowParts(query)
  const { rows } = await sql<{ value: string; count: number }>`
    select ${markOf(mark)} as value, count(*)::integer as count from ${from} where ${where}
    group by 1 order by 1`.execute(query.repository.db)
  return rows
}

/** SQL by which rows are ordered. */
export const orderOf = (order?: RowOrder): RawBuilder<unknown> =>
  order
    ? sql`array_position(${[...order.values]}::text[], ${markOf(order.mark)}), e.area, e.id`
    : sql`e.area, e.id`

/** Where the next page begins. */
export interface After {
  readonly area: string
  readonly id: string
}

/** A page of rows in the order of areas, each with the records that its columns need. */
export const listFormRows = async (
  query: RowQuery,
  { after, limit }: { after?: After | undefined; limit: number },
  further: readonly RawBuilder<unknown>[] = [],
): Promise<JoinedRow[]> => {
  const { reached, from, where } = rowParts(query)
  const home = householdStep(query.base)
  const hasSize = home !== undefined && reached.some(({ step }) => step === home)
  const columns = reached.map(({ step }) => sql`to_jsonb(${sql.raw(step)}) as ${sql.ref(step)}`)
  const { rows } = await sql<Record<string, Row | null> & { household_size?: number }>`
    select ${sql.join(columns)} ${hasSize ? sql`, ${sizeOf(query, home)} as household_size` : sql``}
    from ${from} where ${where}
      ${further.length > 0 ? sql`and ${sql.join([...further], sql` and `)}` : sql``}
      ${after ? sql`and (e.area, e.id) > (${after.area}, ${after.id}::uuid)` : sql``}
    order by e.area, e.id limit ${limit}`.execute(query.repository.db)
  return rows.map((row) => {
    const joined: Record<string, Row> = {}
    for (const { step, definition } of reached) {
      const stored = row[step]
      if (stored) joined[step] = rowFromJson(definition, stored)
    }
    if (home && joined[home] && row.household_size !== undefined)
      joined[home] = { ...joined[home], size: row.household_size }
    return joined as unknown as JoinedRow
  })
}

/** SQL that is true where a record is there, and its field is empty. */
export const lacks = ({ step, definition, field }: NonNullable<Source['held']>): RawBuilder<boolean> => {
  const alias = sql.raw(step)
  const value =
    definition.kind === 'record'
      ? sql`${alias}.${sql.ref(columnOf(field))}`
      : sql`${alias}.fields->>${sql.lit(field.key)}`
  return sql<boolean>`(${alias}.id is not null and ${value} is null)`
}

const isEmpty = ({ held, otherwise = [] }: Source): RawBuilder<boolean> => {
  if (!held) return sql<boolean>`false`
  const empty = [held, ...otherwise].map((one) => sql`(${sql.raw(one.step)}.id is null or ${lacks(one)})`)
  return sql<boolean>`(${sql.join(empty, sql` and `)})`
}

/** How many rows there are, and how many of them have nothing for each of the sources. */
export const countFormRows = async (
  query: RowQuery,
  sources: readonly (Source | undefined)[],
): Promise<{ total: number; missing: (number | null)[] }> => {
  const { from, where } = rowParts(query)
  const counts = sources.map((source, index) =>
    source?.held
      ? sql`count(*) filter (where ${isEmpty(source)})::integer as ${sql.ref(`m${index}`)}`
      : sql`0 as ${sql.ref(`m${index}`)}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select count(*)::integer as total ${counts.length > 0 ? sql`, ${sql.join(counts)}` : sql``}
    from ${from} where ${where}`.execute(query.repository.db)
  const row = rows[0]!
  return {
    total: row.total!,
    missing: sources.map((source, index) => (source ? (row[`m${index}`] ?? 0) : null)),
  }
}

/** Rows that meet a further condition, counted by area; `counts` are further columns. */
export const groupFormRows = async (
  query: RowQuery,
  counts: readonly RawBuilder<unknown>[],
  condition: RawBuilder<boolean>,
): Promise<Record<string, unknown>[]> => {
  const { from, where } = rowParts(query)
  const { rows } = await sql<Record<string, unknown>>`
    select e.area, count(*)::integer as total, ${sql.join([...counts])}
    from ${from} where ${where} and ${condition} group by e.area order by e.area`.execute(query.repository.db)
  return rows
}

/** The rows of certain records, whatever the rule says of them today. */
export const listRowsOf = (query: RowQuery, records: readonly string[]): Promise<JoinedRow[]> =>
  listFormRows(
    { ...query, area: undefined, rows: { definition: query.rows.definition, where: '' } },
    { limit: records.length },
    [sql`e.id = any(${[...records]}::uuid[])`],
  )
