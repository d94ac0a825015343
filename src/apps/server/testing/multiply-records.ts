import type { Pool } from 'pg'
import { catalogue } from '../../catalogue.ts'

interface Column {
  name: string
  type: string
  nullable: boolean
}

/** Who did it, and of which command, stays as it is; whatever points to a record points to that record's copy. */
const kept = new Set(['command', 'closed_command', 'staff', 'actor', 'owner', 'created_by'])

/** Few of these there are in any office. */
const few = new Set(['office', 'area', 'staff', 'post', 'stored_file', 'job', 'ledger_definition'])

/** Keys of ledgers' fields whose values are sealed to the place of the original. */
const sealed = [...catalogue.ledgers.values()]
  .flatMap(({ fields }) => Object.values(fields).filter(({ encrypted }) => encrypted))
  .map(({ key }) => `'${key}'`)
  .join(', ')

const copyOf = ({ name, type, nullable }: Column): string => {
  // Sealed to the place of the original.
  if (type === 'bytea' && nullable) return 'null'
  // Each copy is a subdistrict of its own.
  if (name === 'area') return `overlay(area placing lpad((n % 1000)::text, 3, '0') from 7 for 3)`
  if (name === 'fields') return `fields - array[${sealed}]`
  return type === 'uuid' && !kept.has(name)
    ? `overlay(overlay(md5(${name}::text || n) placing '4' from 13) placing '8' from 17)::uuid`
    : `"${name}"`
}

/**
 * Copies the records of an office many times over, within the database, so that its tables are as large as a
 * district's. Answers how many rows each table has. Tables whose rows cannot be doubled stay small.
 */
export const multiplyRecords = async (owner: Pool, times: number): Promise<Map<string, number>> => {
  const { rows: tables } = await owner.query<{ name: string; columns: Column[] }>(`
    select table_name as name, json_agg(json_build_object('name', column_name, 'type', data_type,
      'nullable', is_nullable = 'YES')) filter (where is_identity = 'NO') as columns
    from information_schema.columns where table_schema = 'public' group by table_name
    having bool_or(column_name = 'district') and bool_or(column_name = 'id' and data_type = 'uuid')
      or table_name = 'audit_entry'`)
  for (const { name, columns } of tables) {
    if (few.has(name)) continue
    const names = columns.map((column) => `"${column.name}"`).join(', ')
    await owner
      .query(`insert into "${name}" (${names})
        select ${columns.map(copyOf).join(', ')} from "${name}", generate_series(1, ${name === 'audit_entry' ? times * 300 : times}) n`)
      .catch((error: { code?: string }) => {
        // A number or key that there is once.
        if (error.code !== '23505' && error.code !== '23502') throw error
      })
  }
  await owner.query('analyze')
  const sizes = new Map<string, number>()
  for (const { name } of tables)
    sizes.set(name, Number((await owner.query(`select count(*) as n from "${name}"`)).rows[0].n))
  return sizes
}
