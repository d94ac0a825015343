import { sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import { columnOf, type Row } from '../../../platform/server/repository/columns.ts'
import type { JoinedRow, Source, Step } from '../source/source.ts'
import { householdStep } from '../source/steps.ts'
import { orderOf, type RowOrder, type RowQuery, rowParts, sizeOf } from './form-rows.ts'

/** A column of the answer and the place in the joined row where it belongs. */
interface Selected {
  readonly step: Step
  readonly column: string
  readonly as: string
}

/** What every record is told by, and what ages are reckoned from. */
const always: Readonly<Record<string, readonly string[]>> = {
  record: ['id', 'version', 'area'],
  ledger: ['id', 'version', 'area', 'fields'],
  person: ['birth_date'],
}

const columnsOf = (definition: Definition, step: Step, sources: readonly Source[]): Set<string> =>
  new Set([
    ...always[definition.kind]!,
    ...(always[definition.name] ?? []),
    ...(definition.kind === 'record'
      ? sources
          .flatMap(({ held, otherwise = [] }) => (held ? [held, ...otherwise] : []))
          .flatMap((held) => (held.step === step ? [columnOf(held.field)] : []))
      : []),
  ])

/** Puts the columns of an answer back into records; a record that was not found has no id. */
const joiner = (selected: readonly Selected[], home: Step | undefined) => {
  const bySteps = [...Map.groupBy(selected, ({ step }) => step)].map(
    ([step, columns]) => [step, `${step}.id`, columns] as const,
  )
  return (answer: Record<string, unknown>): JoinedRow => {
    const joined: Partial<Record<Step, Row>> = {}
    for (const [step, id, columns] of bySteps) {
      if (answer[id] === null) continue
      const record: Record<string, unknown> = {}
      for (const { column, as } of columns) record[column] = answer[as]
      if (step === home) record.size = answer.household_size
      joined[step] = record as unknown as Row
    }
    return joined as JoinedRow
  }
}

/**
 * The rows of a form page by page, in the order of areas or the one given, with only the columns that the sources
 * read. Through a cursor: the repository must be bound to a transaction, which should be a snapshot, and `count` is how
 * many rows it has there. The database looks for the next page while the caller is busy with one.
 */
export async function* streamFormRows(
  query: RowQuery,
  sources: readonly Source[],
  { count, size, order }: { count: number; size: number; order?: RowOrder | undefined },
): AsyncGenerator<JoinedRow[]> {
  if (count === 0) return
  const { reached, from, where } = rowParts(query)
  const selected = reached.flatMap(({ step, definition }) =>
    [...columnsOf(definition, step, sources)].map((column) => ({ step, column, as: `${step}.${column}` })),
  )
  const home = householdStep(query.base)
  const sized = sources.some(({ key }) => key === 'household.size') ? home : undefined
  const join = joiner(selected, sized)
  const columns = selected.map(
    ({ step, column, as }) => sql`${sql.raw(step)}.${sql.ref(column)} as ${sql.raw(`"${as}"`)}`,
  )
  const { db } = query.repository
  // All rows will be fetched: the first few need not come fast.
  await sql`set local cursor_tuple_fraction = 1`.execute(db)
  await sql`declare form_rows no scroll cursor for
    select ${sql.join(columns)} ${sized ? sql`, ${sizeOf(query, sized)} as household_size` : sql``}
    from ${from} where ${where} order by ${orderOf(order)}`.execute(db)
  const fetch = async () =>
    (await sql<Record<string, unknown>>`fetch ${sql.raw(String(size))} from form_rows`.execute(db)).rows
  let left = count
  let ahead = fetch()
  while (left > 0) {
    const page = await ahead
    left = page.length === 0 ? 0 : left - page.length
    // Closed before the last page goes out: whoever takes it asks for no more.
    if (left <= 0) await sql`close form_rows`.execute(db)
    else {
      ahead = fetch()
      ahead.catch(() => undefined)
    }
    yield page.map(join)
  }
}
