import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { makeCipher } from '../../platform/server/cipher/cipher.ts'
import { followKeyRing } from '../../platform/server/cipher/key-ring.ts'
import { resealColumn } from '../../platform/server/repository/reseal.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/server/testing/test-database.ts'
import { catalogue } from '../catalogue.ts'
import { loadDemo } from '../demo/index.ts'
import { sealedColumns } from '../server/sealed-columns.ts'
import { keysCommand } from './keys.ts'
import { verifyCommand } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'youju-rotate-'))
const keyFile = join(folder, 'keys.json')
let database: TestDatabase
let district = ''
let out = ''

const run = async (...args: string[]): Promise<void> => {
  out = ''
  process.exitCode = undefined
  const program = new Command('youju').exitOverride()
  keysCommand(program)
  verifyCommand(program)
  await program.parseAsync(args, { from: 'user' })
}

interface Listed {
  keys: { number: number; algorithm: string; current: boolean; values: number }[]
}
const list = async (): Promise<Listed['keys']> => {
  await run('keys', 'list', '--format', 'json')
  return (JSON.parse(out) as Listed).keys
}

/** Steps of disputes never change: their key stays with them. */
const fixedOf = (values: readonly string[]): number =>
  values.filter((value) => value.startsWith('dispute_step.')).length

/** Every sealed value of the house in clear, by column and row. */
const readAll = async () => {
  const cipher = makeCipher(await followKeyRing(keyFile))
  const values: string[] = []
  for (const column of sealedColumns(catalogue)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(column.table)}`.execute(
      database.connection.db,
    )
    for (const row of rows) {
      if (column.ledger !== undefined && row.ledger !== column.ledger) continue
      const stored =
        column.key === undefined
          ? (row[column.column] as Buffer | null)
          : (row[column.column] as Record<string, string>)[column.key]
      if (!stored) continue
      const names = Object.fromEntries(column.names.map((name) => [name, String(row[name])]))
      const bytes = Buffer.isBuffer(stored) ? stored : Buffer.from(stored, 'base64')
      values.push(
        `${column.table}.${column.column}.${column.key} ${JSON.stringify(names)} ${row.version}: ${cipher.decrypt(bytes, column.place(names))}`,
      )
    }
  }
  return values.sort()
}

beforeAll(async () => {
  database = await createTestDatabase()
  const cipher = makeCipher(await followKeyRing(keyFile))
  const loaded = await loadDemo({
    database: { ownerUrl: database.url, cipher },
    residents: 300,
    createAccount: async ({ username }) => `account:${username}`,
  })
  district = loaded.district
  process.env.DATABASE_URL = database.url
  process.env.YOUJU_DATA = folder
}, 120_000)
afterAll(async () => {
  delete process.env.DATABASE_URL
  delete process.env.YOUJU_DATA
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

it('turns to a new key and to SM4, and everything reads as before; a key that nothing needs goes', async () => {
  const before = await readAll()
  const [only] = await list()
  expect(only).toMatchObject({ number: 1, algorithm: 'aes-256-gcm', current: true })
  expect(only!.values).toBe(before.length)
  expect(before.length).toBeGreaterThan(300)
  await run('keys', 'rotate', '--cipher', 'sm4')
  expect(out).toContain('没有旧密钥加密的了')
  expect(await list()).toMatchObject([
    { number: 1, values: fixedOf(before), current: false },
    { number: 2, algorithm: 'sm4-cbc-sm3', values: before.length - fixedOf(before), current: true },
  ])
  expect(await readAll()).toEqual(before)
  await expect(run('keys', 'retire', '1')).rejects.toThrow('不许改动')
  await run('keys', 'rotate')
  await run('keys', 'retire', '2')
  expect(await list()).toMatchObject([{ number: 1 }, { number: 3, current: true }])
  expect(await readAll()).toEqual(before)
  await run('verify')
  expect(process.exitCode).toBe(0)
})

it('goes on where it was broken off, and leaves alone what was changed meanwhile', async () => {
  const before = await readAll()
  const db = database.connection.db
  await run('keys', 'rotate')
  // Half of it sealed by an older key again, as if the job had been broken off.
  const older = (await list()).find(({ current, number }) => !current && number !== 1)!
  const ring = await (await followKeyRing(keyFile))()
  const old = makeCipher({ ...ring, current: older.number })
  const columns = sealedColumns(catalogue)
  for (const column of columns.filter(({ table }) => table.startsWith('person')))
    await resealColumn({ db, district, cipher: old }, column)
  expect((await list()).find(({ number }) => number === older.number)!.values).toBeGreaterThan(0)
  await expect(run('keys', 'retire', String(older.number))).rejects.toThrow('--continue')
  await run('keys', 'rotate', '--continue')
  const counts = await list()
  expect(counts).toMatchObject([
    { number: 1, values: fixedOf(before) },
    { values: 0 },
    { values: before.length - fixedOf(before), current: true },
  ])
  expect(await readAll()).toEqual(before)
})

it('refuses what cannot be, with a sentence', async () => {
  const current = (await list()).find((key) => key.current)!
  await expect(run('keys', 'retire', String(current.number))).rejects.toThrow('现用密钥')
  await expect(run('keys', 'retire', '99')).rejects.toThrow('没有第 99 号')
  await expect(run('keys', 'rotate', '--cipher', 'des')).rejects.toThrow('没有加密算法')
})
