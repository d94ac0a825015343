import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { snapshotSchema } from '../testing/schema-snapshot.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { migrationsFolder } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

/** Tables that are the same everywhere; distributed, they would be reference tables. */
const shared = ['migration']

it('puts the district first in every primary key and unique index, so that tables can be distributed', async () => {
  const { rows } = await database.owner.pool.query<{ name: string; column: string; kind: string }>(`
    select c.relname as name, a.attname as column, case when i.indisprimary then 'primary key' else 'unique' end as kind
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where n.nspname = 'public' and i.indisunique`)
  const wrong = rows.filter(({ name, column }) => column !== 'district' && !shared.includes(name))
  expect(wrong).toEqual([])
})

it('gives every table a primary key, and every area column the collation of bytes', async () => {
  const { rows } = await database.owner.pool.query<{ fault: string }>(`
    select c.relname || ' has no primary key' as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
    union all select c.relname || '.' || a.attname || ' is not collated "C"' from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_collation l on l.oid = a.attcollation
    where n.nspname = 'public' and c.relkind = 'r' and a.attname in ('area', 'district', 'path') and l.collname <> 'C'`)
  expect(rows).toEqual([])
})

it('keeps current and closed versions in two tables of one shape', async () => {
  const { rows } = await database.owner.pool.query<{ name: string; columns: string }>(`
    select table_name as name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' group by table_name`)
  const shapes = new Map(rows.map((row) => [row.name, row.columns]))
  const pairs = [...shapes.keys()].filter((name) => name.endsWith('_past'))
  expect(pairs.length).toBeGreaterThan(3)
  for (const past of pairs) expect(shapes.get(past)).toBe(shapes.get(past.replace(/_past$/, '')))
})

it('is what migrations/schema.sql says', async () => {
  const path = join(migrationsFolder, 'schema.sql')
  const schema = await snapshotSchema(database.owner.pool)
  if (process.env.UPDATE_SCHEMA) writeFileSync(path, schema)
  expect(schema).toBe(readFileSync(path, 'utf8'))
})
