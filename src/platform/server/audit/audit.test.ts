import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'
import { recordAudit } from './record-audit.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const empty = { records: new Map(), ledgers: new Map(), metrics: new Map() }

let house: TestOffice
let clerk: Actor

beforeEach(async () => {
  house = await createTestOffice(empty)
  clerk = await house.hire('clerk', at('north'))
})
afterEach(() => house.close())

const write = async (count: number) => {
  for (let n = 0; n < count; n++)
    await recordAudit(house.repository(clerk), { action: 'test', area: at('north'), detail: { n } })
}
const seal = () => sealAudit(house.office.connection.db, house.office.district)
const verify = () => verifyAudit(house.office.connection.db, house.office.district)

/** What only somebody with the keys to the database could do: the triggers are off. */
const tamper = async (statement: string) => {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(statement)
  } finally {
    await client.end()
  }
}

describe('the sealed audit', () => {
  it('is intact while nobody touches it, in several seals', async () => {
    await write(3)
    await seal()
    await write(4)
    await seal()
    expect(await verify()).toEqual({ intact: true, entries: 7, seals: 2, unsealed: 0, faults: [] })
  })

  it.each([
    ['a changed entry', `update audit_entry set purpose = '别的' where seq = 2`, /第 1 次封存.*被改动/],
    [
      'a missing entry',
      'delete from audit_entry where seq = 2',
      /第 1 次封存：缺少 1 条记录，编号 \{\[2,3\)\}/,
    ],
    [
      'two entries in each other’s place',
      'update audit_entry set seq = case seq when 1 then 2 else 1 end where seq in (1, 2)',
      /第 1 次封存.*被改动/,
    ],
    ['a missing seal', 'delete from audit_seal where number = 1', /第 1 次封存不见了/],
    ['a changed seal', `update audit_seal set hash = '\\x00' where number = 1`, /第 [12] 次封存/],
  ])('finds %s and says which', async (_, statement, message) => {
    await write(3)
    await seal()
    await write(2)
    await seal()
    // Numbers are unique: swap them by way of the primary key's absence.
    if (statement.includes('case seq'))
      await tamper(
        'alter table audit_entry drop constraint audit_entry_pkey; alter table audit_entry alter column seq drop identity',
      )
    await tamper(statement)
    const result = await verify()
    expect(result.intact).toBe(false)
    expect(result.faults.join('\n')).toMatch(message)
  })

  it('finds an entry slipped in after the seal', async () => {
    await write(1)
    await tamper(`select nextval('audit_entry_seq_seq')`)
    await write(1)
    await seal()
    // The number that nobody used is open for a day; after a second seal a day later it is void.
    await tamper(`update audit_seal set open_gaps = '{}', void = '{[2,3)}'`)
    await tamper(`insert into audit_entry (district, seq, actor, actor_name, role, action, outcome)
      overriding system value values ('990101', 2, gen_random_uuid(), '某人', 'clerk', 'test', 'done')`)
    expect((await verify()).faults.join('\n')).toMatch(/编号 2 的记录是封存之后插进来的/)
  })

  it('takes up entries of transactions that were still running, in a later seal', async () => {
    const client = await house.office.connection.pool.connect()
    await client.query('begin')
    await client.query(`insert into audit_entry (district, actor, actor_name, role, action, outcome)
      values ('990101', gen_random_uuid(), '慢', 'clerk', 'slow', 'done')`)
    await write(2)
    expect(await seal()).toBe(2)
    await client.query('commit')
    client.release()
    expect(await verify()).toMatchObject({ intact: true, unsealed: 1 })
    expect(await seal()).toBe(1)
    expect(await verify()).toMatchObject({ intact: true, entries: 3, unsealed: 0 })
  })
})
