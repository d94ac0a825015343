import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformTraces } from '../../platform/server/repository/trace.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/server/testing/test-database.ts'
import { catalogue } from '../catalogue.ts'
import { modules } from './modules.ts'
import { sealedColumns } from './sealed-columns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const columnsLike = async (type: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = ${type} order by 1`.execute(database.connection.db)
  return rows.map(({ name }) => name)
}

it('knows every column of bytes: what is no hash is sealed, and is sealed anew when keys rotate', async () => {
  const sealed = new Set(sealedColumns(catalogue).map(({ table, column }) => `${table}.${column}`))
  const hashes = /(\.|_)hash$|^audit_seal\.previous$/
  const unknown = (await columnsLike('bytea')).filter((name) => !hashes.test(name) && !sealed.has(name))
  expect(unknown).toEqual([])
})

it('knows every column that names a record: its row goes when the record is erased', async () => {
  const traces = [...platformTraces, ...modules.flatMap((module) => module.traces ?? [])]
  const traced = new Set(traces.map(({ table, column }) => `${table}.${column}`))
  // Entries hold their subject back, relations their people; the audit keeps ids, which lead nowhere.
  const kept = /^(ledger_entry|ledger_entry_past|audit_entry)\.subject$|^person_relation(_past)?\.person$/
  const naming = (await columnsLike('uuid')).filter((name) => /\.(record|person|entry|subject)$/.test(name))
  expect(naming.filter((name) => !traced.has(name) && !kept.test(name))).toEqual([])
  expect([...traced].filter((name) => !/\.[ab]$/.test(name) && !naming.includes(name))).toEqual([])
})
