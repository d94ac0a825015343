import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { type Distribution, distribute, readPlan } from './distribute.ts'

let database: TestDatabase
let plan: Distribution[]
beforeAll(async () => {
  database = await createTestDatabase()
  plan = await readPlan(database.url)
})
afterAll(() => database.close())

it('takes every table once, by its district where it has one; office first, the others beside it', async () => {
  const { rows } = await database.owner.pool.query<{ name: string; has: boolean }>(`
    select t.table_name as name, exists (select from information_schema.columns c where c.table_schema = 'public'
      and c.table_name = t.table_name and c.column_name = 'district') as has
    from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  const kinds = new Map(plan.map(({ table, kind }) => [table, kind]))
  expect(plan).toHaveLength(rows.length)
  for (const { name, has } of rows)
    expect([name, kinds.get(name)]).toEqual([name, has ? 'distributed' : 'reference'])
  expect(plan[0]!.statement).toBe(`select create_distributed_table('public.office', 'district')`)
  expect(plan.find(({ table }) => table === 'person')!.statement).toBe(
    `select create_distributed_table('public.person', 'district', colocate_with => 'public.office')`,
  )
})

it('takes a table after those that it refers to, and every reference stays within a district', async () => {
  const { rows } = await database.owner.pool.query<{ from: string; to: string; columns: string[] }>(`
    select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
      array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  expect(rows.length).toBeGreaterThan(0)
  const at = (name: string) => plan.findIndex(({ table }) => table === name)
  for (const { from, to, columns } of rows) {
    expect(columns).toContain('district')
    expect(at(to)).toBeLessThan(at(from))
  }
})

it.skipIf(process.env.CITUS_URL)(
  'says on a plain PostgreSQL that it has no Citus, and changes nothing',
  async () => {
    await expect(distribute(database.url)).rejects.toThrow('没有安装 Citus')
  },
)
