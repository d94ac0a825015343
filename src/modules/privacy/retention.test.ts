import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../core/time/index.ts'
import { sealAudit } from '../../platform/server/audit/seal-audit.ts'
import { verifyAudit } from '../../platform/server/audit/verify-audit.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at } from '../../platform/server/testing/test-office.ts'
import { yearsBefore } from './erase-due.ts'
import { verifyErasures } from './storage/erasures.ts'
import { openPrivacyHouse, type PrivacyHouse } from './testing/privacy-house.ts'

let privacy: PrivacyHouse
let administrator: Actor
let today = ''

beforeAll(async () => {
  privacy = await openPrivacyHouse()
  administrator = await privacy.house.hire('administrator', at('district'))
  today = privacy.house.repository(administrator).today
})
afterAll(() => privacy.close())

const db = () => privacy.house.office.connection.db
const rule = (definition: string, years: number | null, more = {}) =>
  privacy.act('setRetentionRule', { definition, years, reason: '档案保管期限规定', ...more }, administrator)

/** Somebody of a ledger whose entry ended so many days before, or after, five years ago. */
const endedEntry = async (name: string, days: number) => {
  const somebody = await privacy.resident(name)
  const { record } = await privacy.act('addEntry', {
    ledger: 'disability',
    subject: somebody.id,
    on: '2015-01-01',
    values: { kind: '4', level: '2', certificateNumber: `${somebody.idNumber}42` },
  })
  const edit = { ledger: 'disability', id: record.id, version: 1, mode: 'change', on: '2015-06-01' }
  await privacy.act('editEntry', { ...edit, values: { level: '3' } })
  const on = addDays(yearsBefore(today, 5), days)
  await privacy.act('endEntry', { ledger: 'disability', id: record.id, version: 2, on, cause: 'expired' })
  return { ...somebody, entry: record.id as string }
}

const versionsOf = async (id: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select id from ledger_entry where id = ${id} union all select id from ledger_entry_past where id = ${id}
    union all select id from person where id = ${id} union all select id from person_past where id = ${id}) e`.execute(
    db(),
  )
  return Number(rows[0]!.n)
}

const jobDone = (job: string) =>
  expect
    .poll(
      async () =>
        (await sql<{ state: string }>`select state from job where id = ${job}`.execute(db())).rows[0]?.state,
      { timeout: 20_000 },
    )
    .toBe('done')

const erase = async (definition: string, records: number) => {
  const { job } = await privacy.act('eraseExpired', { definition, records }, administrator)
  await jobDone(job)
}

describe('erasing', () => {
  it('takes all versions of what ended long enough ago, and nothing else, with a proof', async () => {
    const old = await endedEntry('到期者', 0)
    const young = await endedEntry('未到期', 1)
    await rule('disability', 5)
    await expect(
      privacy.act('eraseExpired', { definition: 'disability', records: 2 }, administrator),
    ).rejects.toMatchObject({ code: 'record.stale' })
    await erase('disability', 1)
    expect([await versionsOf(old.entry), await versionsOf(young.entry)]).toEqual([0, 2])
    const { rows } = await sql<{ records: number; versions: number; digest: string }>`
      select records, versions, digest from erasure`.execute(db())
    expect(rows).toMatchObject([{ records: 1, versions: 2 }])
    const { rows: audit } = await sql<{ detail: object }>`
      select detail from audit_entry where action = 'eraseExpired' and detail ? 'digest'`.execute(db())
    expect(audit).toMatchObject([{ detail: { records: 1, versions: 2, digest: rows[0]!.digest } }])
  })

  it('leaves nothing from which a value could be read: neither sealed, nor told by an answer or a title', async () => {
    const { id, entry } = await endedEntry('不留痕', -10)
    await erase('disability', 1)
    for (const [table, column] of [
      ['command_record', 'record'],
      ['entry_confirmation', 'entry'],
      ['ledger_entry_past', 'id'],
    ]) {
      const { rows } =
        await sql`select 1 from ${sql.table(table!)} where ${sql.ref(column!)} = ${entry}`.execute(db())
      expect(rows).toEqual([])
    }
    const { rows } = await sql`select 1 from command where answer::text like ${`%${entry}%`}`.execute(db())
    expect(rows).toEqual([])
    // The person stands, and so does what was answered about them alone.
    expect(await versionsOf(id)).toBe(1)
  })

  it('keeps the chain of the audit and the proofs whole, and notices a meddled proof or a record that is back', async () => {
    const { district, catalogue } = privacy.house.office
    await sealAudit(db(), district)
    expect((await verifyAudit(db(), district)).intact).toBe(true)
    expect(await verifyErasures(db(), district, catalogue)).toEqual({ erasures: 2, faults: [] })
    await expect(sql`delete from erased_record`.execute(db())).rejects.toThrow()
    await expect(sql`update erasure set records = 0`.execute(db())).rejects.toThrow()
    const { entry } = await endedEntry('又回来', -20)
    const { rows } = await sql<Record<string, unknown>>`
      select * from ledger_entry_past where id = ${entry} order by version limit 1`.execute(db())
    await erase('disability', 1)
    await db()
      .insertInto('ledger_entry_past')
      .values({ ...rows[0], fields: JSON.stringify(rows[0]!.fields) })
      .execute()
    const { faults } = await verifyErasures(db(), district, catalogue)
    expect(faults).toEqual([expect.stringContaining('又出现了 1 条已删除的记录')])
    await sql`delete from ledger_entry_past where id = ${entry}`.execute(db())
  })

  it('holds a person back while something that is kept longer speaks of them', async () => {
    const { id } = await privacy.resident('被留住')
    const { record } = await privacy.act('addEntry', {
      ledger: 'assistance',
      subject: id,
      on: '2010-01-01',
      values: { familyCategory: '1', startedOn: '2010-01-01' },
    })
    await privacy.act('endEntry', {
      ledger: 'assistance',
      id: record.id,
      version: 1,
      on: '2012-01-01',
      cause: 'expired',
    })
    await sql`with gone as (delete from person where id = ${id} returning *)
      insert into person_past select * from gone`.execute(db())
    await sql`update person_past set valid_to = '2012-01-01', closed_at = '2012-01-01', ended = 'moved'
      where id = ${id}`.execute(db())
    await rule('person', 10)
    const preview = async () =>
      (
        await privacy.app.inject({
          url: '/api/retention/person/preview?years=10',
          headers: { cookie: await privacy.cookieOf(administrator) },
        })
      ).json()
    expect(await preview()).toMatchObject({ records: 0, held: 1 })
    await rule('assistance', 10)
    await erase('assistance', 1)
    expect(await preview()).toMatchObject({
      records: 1,
      held: 0,
      byYear: [{ year: 2012, records: 1 }],
      endedBy: yearsBefore(today, 10),
    })
    await erase('person', 1)
    expect(await versionsOf(id)).toBe(0)
  })
})

describe('who and what', () => {
  it('does nothing without a rule, and is decided for the whole office only', async () => {
    await expect(
      privacy.act('eraseExpired', { definition: 'veteran', records: 1 }, administrator),
    ).rejects.toMatchObject({ code: 'rule.unmet' })
    const head = await privacy.house.hire('head', at('north'))
    const input = { definition: 'veteran', years: 5, reason: '试试' }
    await expect(privacy.act('setRetentionRule', input, head)).rejects.toMatchObject({
      code: 'right.missing',
    })
    await expect(rule('matter', 5)).rejects.toMatchObject({ code: 'definition.not_found' })
  })

  it('runs by itself only where the rule says so', async () => {
    const { entry } = await endedEntry('自动删', -30)
    const daily = privacy.beats().find(({ name }) => name === 'erase-expired')!
    await daily.run()
    expect(await versionsOf(entry)).toBe(2)
    await rule('disability', 5, { automatic: true })
    await daily.run()
    expect(await versionsOf(entry)).toBe(0)
    const { rows } = await sql<{ by_name: string }>`
      select by_name from erasure order by at desc limit 1`.execute(db())
    expect(rows).toEqual([{ by_name: '系统' }])
    await rule('disability', null)
  })
})
