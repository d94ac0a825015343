import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../modules/registry/index.ts'
import { makeCipher } from '../../platform/server/cipher/cipher.ts'
import { freshKeyRing } from '../../platform/server/cipher/key-ring.ts'
import { loadActor } from '../../platform/server/permission/load-actor.ts'
import { toValues } from '../../platform/server/repository/row.ts'
import { createTestDatabase, type TestDatabase } from '../../platform/server/testing/test-database.ts'
import { demoAccounts } from './demo-accounts.ts'
import { type LoadedDemo, loadDemo } from './load-demo.ts'

const cipher = makeCipher(freshKeyRing())
const today = '2025-11-21'

let database: TestDatabase
let loaded: LoadedDemo
let indexes: unknown[]
const progress: number[] = []
const rowsOf = async (query: string) => (await database.connection.pool.query(query)).rows
const options = (createAccount: (account: { username: string }) => Promise<string>) => ({
  database: { ownerUrl: database.url, cipher },
  residents: 700,
  today,
  createAccount,
})
const readIndexes = () =>
  rowsOf(`select indexdef from pg_indexes where schemaname = 'public' order by indexname`)

beforeAll(async () => {
  database = await createTestDatabase()
  indexes = await readIndexes()
  loaded = await loadDemo({
    ...options(async ({ username }) => `account of ${username}`),
    onProgress: ({ done }) => progress.push(done),
  })
})
afterAll(() => database.close())

describe('the demo office in the database', () => {
  test('holds as many residents as were asked for, with a history', async () => {
    const [counts] = await rowsOf(`select (select count(*) from person) as persons,
      (select count(*) from household) as households, (select count(*) from person_past) as past,
      (select count(*) from ledger_entry where ledger = 'elderCare') as elders`)
    expect(counts).toMatchObject({ persons: 700, households: loaded.households })
    expect(counts.past).toBeGreaterThan(50)
    expect(counts.elders).toBeGreaterThan(50)
    expect(progress).toEqual([0, 700])
  })

  test('has matters with a history that gives their state, most of them closed', async () => {
    const [counts] = await rowsOf(`select (select count(*) from matter_flow) as matters,
      (select count(*) from matter_past where ended = 'closed') as closed,
      (select count(*) from matter) as open, (select count(*) from matter_clock) as clocks`)
    expect(counts.matters).toBe(counts.closed + counts.open)
    expect(counts.closed).toBeGreaterThan(30)
    expect(counts.clocks).toBeGreaterThanOrEqual(counts.open)
    const unlike = await rowsOf(`select m.id from matter m join matter_flow f on f.matter = m.id
      where m.state <> f.facts->>'state' or m.owner <> f.facts->>'owner'`)
    expect(unlike).toEqual([])
    const [marked] = await rowsOf(`select count(*) as all, count(*) filter (where place is null) as lost
      from matter_past where longitude is not null`)
    expect(marked.all).toBeGreaterThan(10)
    expect(marked.lost).toBe(0)
  })

  test('seals what is sensitive, and opens again', async () => {
    const [row] = await rowsOf('select * from person order by id limit 1')
    const values = toValues(cipher, person, row)
    expect(values.idNumber).toMatch(/^99\d{15}[\dX]$/)
    expect(row.id_number_hash).toHaveLength(16)
    expect(row.name_initials.length).toBe(row.name.length)
  })

  test('has the indexes that it had', async () => {
    expect(await readIndexes()).toEqual(indexes)
  })

  test('every version was written down by a command of the house', async () => {
    const [{ missing }] = await rowsOf(`select count(*) as missing from (
        select command from person union all select command from person_past
        union all select closed_command from person_past where closed_command is not null
        union all select command from ledger_entry union all select closed_command from ledger_entry_past) used
      where not exists (select from command c where c.id = used.command)`)
    expect(missing).toBe(0)
    const [entry] = await rowsOf('select actor_name, action, detail from audit_entry')
    expect(entry).toMatchObject({
      actor_name: '系统',
      action: 'loadDemo',
      detail: { residents: 700, seed: 1 },
    })
  })

  test('gives everyone with an account the post of their title', async () => {
    for (const { username, title } of demoAccounts) {
      const actor = await loadActor(
        database.connection.db,
        loaded.district,
        { account: `account of ${username}` },
        today,
      )
      expect(actor?.posts, title).toHaveLength(1)
    }
    const [{ empty }] = await rowsOf(`select count(*) as empty from area a where level = 'grid' and not exists
      (select from post p where p.area = a.path and p.role = 'gridWorker' and p.valid_to is null)`)
    expect(empty).toBe(0)
  })

  test('is not laid over an office that is there', async () => {
    await expect(loadDemo(options(async () => 'x'))).rejects.toThrow(/只能装入空的数据库/)
  })

  test('leaves nothing behind where it fails', async () => {
    const other = await createTestDatabase()
    const failing = async () => {
      throw new Error('the account cannot be made')
    }
    await expect(
      loadDemo({ ...options(failing), residents: 200, database: { ownerUrl: other.url, cipher } }),
    ).rejects.toThrow('the account cannot be made')
    const { rows } = await other.connection.pool.query('select count(*) as n from office')
    expect(rows[0].n).toBe(0)
    await other.close()
  })
})
