import { type RawBuilder, sql } from 'kysely'

/** SQL text with `$1`, `$2` … and their values, as rules compile to, made into a piece of a query. */
export const raw = (text: string, parameters: readonly unknown[] = []): RawBuilder<unknown> => {
  const pieces = text.split(/\$(\d+)/)
  return sql.join(
    pieces.map((piece, index) => (index % 2 === 0 ? sql.raw(piece) : sql`${parameters[Number(piece) - 1]}`)),
    sql``,
  )
}
