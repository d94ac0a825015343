import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Source } from '../source/source.ts'
import { groupFormRows, lacks, type RowQuery } from './form-rows.ts'

export type HeldSource = Source & { readonly held: NonNullable<Source['held']> }

/** The field is empty, and nobody said that there is nothing to enter. */
const isGap = (repository: Repository, { held }: HeldSource): RawBuilder<boolean> =>
  sql<boolean>`(${lacks(held)} and not exists (select from form_gap_none g
    where g.district = ${repository.district} and g.definition = ${held.definition.name}
      and g.record = ${sql.raw(held.step)}.id and g.field = ${held.field.key}))`

/** Rows that lack at least one of the fields. */
export const hasGap = (repository: Repository, sources: readonly HeldSource[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    sources.map((source) => isGap(repository, source)),
    sql` or `,
  )})`

export interface GapCount {
  readonly area: string
  readonly records: number
  /** In the order of the sources. */
  readonly fields: readonly number[]
}

/** How many rows lack what, by area. */
export const countGaps = async (query: RowQuery, sources: readonly HeldSource[]): Promise<GapCount[]> => {
  if (sources.length === 0) return []
  const counts = sources.map(
    (source, index) =>
      sql`count(*) filter (where ${isGap(query.repository, source)})::integer as ${sql.ref(`m${index}`)}`,
  )
  const rows = await groupFormRows(query, counts, hasGap(query.repository, sources))
  return rows.map((row) => ({
    area: String(row.area),
    records: Number(row.total),
    fields: sources.map((_, index) => Number(row[`m${index}`])),
  }))
}

/** Whether somebody said so of these records: `definition:record:field`. */
export const findNone = async (repository: Repository, records: readonly string[]): Promise<Set<string>> => {
  if (records.length === 0) return new Set()
  const { rows } = await sql<{ definition: string; record: string; field: string }>`
    select definition, record, field from form_gap_none
    where district = ${repository.district} and record = any(${[...records]}::uuid[])`.execute(repository.db)
  return new Set(rows.map(({ definition, record, field }) => `${definition}:${record}:${field}`))
}

/** Says that there is nothing to enter. */
export const storeNone = async (
  repository: Repository,
  definition: string,
  record: string,
  fields: readonly string[],
): Promise<void> => {
  for (const field of fields)
    await sql`insert into form_gap_none (district, definition, record, field, command)
      values (${repository.district}, ${definition}, ${record}, ${field}, ${repository.command})
      on conflict do nothing`.execute(repository.db)
}
