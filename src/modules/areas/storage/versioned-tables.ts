import { sql } from 'kysely'
import type { Database } from '../../../platform/server/database/connect.ts'

/** A table whose rows lie in areas. */
export interface AreaTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** What tells of its own time and stays with the area it was written for; posts and areas are moved apart. */
const staying = new Set(['audit_entry', 'report', 'figure', 'area_change', 'post', 'duty_rule'])

interface Found {
  name: string
  columns: string[]
}

const readTables = async (db: Database): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') group by c.relname order by c.relname`.execute(db)
  return rows
}

/**
 * Every table whose rows lie in areas, as the database has them, so that the records of modules yet to come follow a
 * merge too: versioned ones (with a `_past` beside them), and plain ones.
 */
export const findAreaTables = async (
  db: Database,
): Promise<{ versioned: readonly AreaTable[]; plain: readonly AreaTable[] }> => {
  const tables = await readTables(db)
  const names = new Set(tables.map(({ name }) => name))
  const lying = tables.filter(
    ({ name, columns }) =>
      ['area', 'district', 'id'].every((column) => columns.includes(column)) &&
      !name.endsWith('_past') &&
      !staying.has(name),
  )
  const isVersioned = ({ name, columns }: Found) =>
    names.has(`${name}_past`) && columns.includes('superseded_at')
  return { versioned: lying.filter(isVersioned), plain: lying.filter((table) => !isVersioned(table)) }
}
