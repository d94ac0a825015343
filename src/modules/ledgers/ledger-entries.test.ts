import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeIdNumber } from '../../core/identity/index.ts'
import { sealAudit } from '../../platform/server/audit/seal-audit.ts'
import { verifyAudit } from '../../platform/server/audit/verify-audit.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { undoStep } from '../../platform/server/records/undo-step.ts'
import { getRecord } from '../../platform/server/repository/find.ts'
import { getHistory } from '../../platform/server/repository/history.ts'
import { countRows, listRecords } from '../../platform/server/repository/list.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { editRegistryRecord } from '../registry/actions/edit-registry-record.ts'
import { registerPerson } from '../registry/actions/register-person.ts'
import { registryMetrics, registryRecords } from '../registry/index.ts'
import { addEntry } from './actions/add-entry.ts'
import { editEntry } from './actions/edit-entry.ts'
import { endEntry } from './actions/end-entry.ts'
import { builtInLedgers, disability } from './definition.ts'
import { ledgerMetrics } from './metrics.ts'

const named = <Named extends { name: string }>(list: readonly Named[]) =>
  new Map(list.map((each) => [each.name, each]))
const catalogue = {
  records: named(registryRecords),
  ledgers: named(builtInLedgers),
  metrics: named([...registryMetrics, ...ledgerMetrics]),
}

let house: TestOffice
let clerk: Actor
let other: Actor

const register = async (sequence: number, birthDate = '1950-03-01') =>
  (await house.run(clerk, registerPerson, {
    area: at('northFirst'),
    on: '2025-01-01',
    values: {
      name: `张三${sequence}`,
      idNumber: makeIdNumber('990101', birthDate, sequence),
      sex: '1',
      birthDate,
    },
  })) as { record: { id: string; version: number } }

const enter = async (subject: string, level = '2') =>
  (
    (await house.run(clerk, addEntry, {
      ledger: 'disability',
      subject,
      on: '2025-02-01',
      values: { kind: '4', level, certificateNumber: '99010119500301001942' },
    })) as { record: { id: string; version: number } }
  ).record

beforeAll(async () => {
  house = await createTestOffice(catalogue)
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())

describe('a ledger sorted by the age of its people', () => {
  const births = async (sort: string, limit: number) => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await listRecords(house.repository(clerk), disability, { sort, limit, cursor })
      found.push(...page.rows.map(({ subject }) => String(subject?.values.birthDate)))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    return found
  }

  it('is paged in order both ways, and follows a date of birth that is corrected and taken back', async () => {
    const people: { id: string; version: number }[] = []
    for (const [index, birthDate] of [
      '1961-05-05',
      '1939-01-31',
      '1961-05-05',
      '2011-07-01',
      '1975-12-31',
      '1961-05-05',
    ].entries()) {
      const { record } = await register(100 + index, birthDate)
      await enter(record.id)
      people.push(record)
    }
    const all = await births('person.birthDate', 100)
    expect(all).toEqual([...all].sort())
    expect(all.length).toBeGreaterThanOrEqual(people.length)
    for (const limit of [1, 2, 3]) {
      expect(await births('person.birthDate', limit)).toEqual(all)
      expect(await births('-person.birthDate', limit)).toEqual(all.toReversed())
    }
    const { record } = (await house.run(clerk, editRegistryRecord, {
      definition: 'person',
      id: people[1]!.id,
      version: people[1]!.version,
      on: '2025-03-01',
      mode: 'correction',
      values: { birthDate: '1993-01-31', idNumber: makeIdNumber('990101', '1993-01-31', 101) },
      reason: '看错',
    })) as { record: { version: number } }
    const corrected = [...all.filter((birth) => birth !== '1939-01-31'), '1993-01-31'].sort()
    expect(await births('person.birthDate', 2)).toEqual(corrected)
    expect(await births('-person.birthDate', 2)).toEqual(corrected.toReversed())
    await house.run(clerk, undoStep, { definition: 'person', id: people[1]!.id, version: record.version })
    expect(await births('person.birthDate', 2)).toEqual(all)
  })
})

describe('an entry in a ledger', () => {
  it('stands from its day, changes from another, and each past day shows what held then', async () => {
    const { record } = await register(1)
    const entry = await enter(record.id)
    await house.run(clerk, editEntry, {
      ledger: 'disability',
      id: entry.id,
      version: 1,
      mode: 'change',
      on: '2025-06-01',
      values: { level: '1' },
    })
    const levelOn = async (asOf: string) =>
      (await getRecord(house.repository(clerk), disability, entry.id, { asOf })).values.level
    expect(await levelOn('2025-05-31')).toBe('2')
    expect(await levelOn('2025-06-01')).toBe('1')
    await expect(levelOn('2025-01-31')).rejects.toMatchObject({ code: 'record.not_found' })
    expect(
      (await getHistory(house.repository(clerk), disability, entry.id)).map((step) => step.kind),
    ).toEqual(['created', 'changed'])
  })

  it('tells a correction from a change: the past is as if it had always been so', async () => {
    const entry = await enter((await register(3)).record.id)
    await house.run(clerk, editEntry, {
      ledger: 'disability',
      id: entry.id,
      version: 1,
      mode: 'correction',
      on: '2025-06-01',
      values: { level: '3' },
    })
    expect(
      (await getRecord(house.repository(clerk), disability, entry.id, { asOf: '2025-03-01' })).values.level,
    ).toBe('3')
  })

  it('shows a figure as it was known before a correction', async () => {
    const entry = await enter((await register(5)).record.id, '4')
    const knownAt = new Date()
    await new Promise((done) => setTimeout(done, 5))
    await house.run(clerk, editEntry, {
      ledger: 'disability',
      id: entry.id,
      version: 1,
      mode: 'correction',
      on: '2025-02-01',
      values: { level: '3' },
    })
    const count = (viewpoint: object) =>
      countRows(house.repository(clerk), disability, { limit: 0, filters: { level: '4' }, ...viewpoint })
    expect(await count({ asOf: '2025-03-01', knownAt })).toBe(1)
    expect(await count({ asOf: '2025-03-01' })).toBe(0)
  })

  it('refuses a stale version and keeps what the first writer saved', async () => {
    const entry = await enter((await register(7)).record.id)
    const edit = (version: number, level: string) =>
      house.run(clerk, editEntry, {
        ledger: 'disability',
        id: entry.id,
        version,
        mode: 'change',
        on: '2025-03-01',
        values: { level },
      })
    await edit(1, '1')
    await expect(edit(1, '3')).rejects.toMatchObject({ code: 'record.stale', detail: { version: 2 } })
    expect((await getRecord(house.repository(clerk), disability, entry.id)).values.level).toBe('1')
  })

  it('is entered once, and a repeated command gets the first answer', async () => {
    const { record } = await register(9)
    const input = {
      ledger: 'disability',
      subject: record.id,
      on: '2025-02-01',
      values: { kind: '1', level: '1' },
    }
    const first = await house.run(clerk, addEntry, input, 'the-same-key')
    expect(await house.run(clerk, addEntry, input, 'the-same-key')).toEqual(first)
    await expect(house.run(clerk, addEntry, input)).rejects.toMatchObject({ code: 'entry.already_there' })
    await expect(
      house.run(clerk, addEntry, { ...input, on: '2025-02-02' }, 'the-same-key'),
    ).rejects.toMatchObject({
      code: 'command.reused',
    })
  })

  it('ends with a cause, and undo brings it back whole', async () => {
    const entry = await enter((await register(11)).record.id)
    await house.run(clerk, endEntry, {
      ledger: 'disability',
      id: entry.id,
      version: 1,
      on: '2025-09-01',
      cause: 'moved',
    })
    const standing = () => countRows(house.repository(clerk), disability, { limit: 0, q: '张三11' })
    expect(await standing()).toBe(0)
    await house.run(clerk, undoStep, { definition: 'disability', id: entry.id, version: 1 })
    expect(await standing()).toBe(1)
    const restored = await getRecord(house.repository(clerk), disability, entry.id)
    expect(restored.values).toMatchObject({ kind: '4', level: '2' })
    expect((await getRecord(house.repository(clerk), disability, entry.id, { asOf: '2025-10-01' })).id).toBe(
      entry.id,
    )
  })

  it('undoes an edit to exactly what stood before', async () => {
    const entry = await enter((await register(13)).record.id)
    const before = await getRecord(house.repository(clerk), disability, entry.id)
    await house.run(clerk, editEntry, {
      ledger: 'disability',
      id: entry.id,
      version: 1,
      mode: 'change',
      on: '2025-08-01',
      values: { level: '4', cause: '2' },
    })
    await house.run(clerk, undoStep, { definition: 'disability', id: entry.id, version: 2 })
    const after = await getRecord(house.repository(clerk), disability, entry.id)
    expect(after.values).toEqual(before.values)
    expect(after.validFrom).toBe(before.validFrom)
  })

  it('is not taken where the ledger’s rule is not met, and says why', async () => {
    const { record } = await register(15, '2000-01-01')
    await expect(
      house.run(clerk, addEntry, {
        ledger: 'elderCare',
        subject: record.id,
        on: '2025-02-01',
        values: { currentStatus: '1', livingArrangement: '1' },
      }),
    ).rejects.toMatchObject({ code: 'rule.unmet', message: '未满 60 周岁，不进入老年人台账。' })
  })

  it('names every wrong field', async () => {
    const { record } = await register(17)
    await expect(
      house.run(clerk, addEntry, {
        ledger: 'disability',
        subject: record.id,
        on: '2025-02-01',
        values: { kind: '99', onsetDate: '2023-02-30' },
      }),
    ).rejects.toMatchObject({
      code: 'field.invalid',
      places: [{ field: 'kind' }, { field: 'level' }, { field: 'onsetDate' }],
    })
  })
})

describe('what lies outside one’s scope', () => {
  it('is not found by id, list, search, edit, end or undo', async () => {
    const { record } = await register(21)
    const entry = await enter(record.id)
    const outside = house.repository(other)
    await expect(getRecord(outside, disability, entry.id)).rejects.toMatchObject({ code: 'record.not_found' })
    expect((await listRecords(outside, disability, { limit: 10, q: '张三21' })).total).toBe(0)
    expect(await getHistory(outside, disability, entry.id)).toEqual([])
    for (const [action, input] of [
      [
        editEntry,
        {
          ledger: 'disability',
          id: entry.id,
          version: 1,
          mode: 'change',
          on: '2025-03-01',
          values: { level: '1' },
        },
      ],
      [endEntry, { ledger: 'disability', id: entry.id, version: 1, on: '2025-03-01', cause: 'moved' }],
      [undoStep, { definition: 'disability', id: entry.id, version: 1 }],
    ] as const)
      await expect(house.run(other, action, input)).rejects.toMatchObject({ code: 'record.not_found' })
    const tries = await house.office.connection.pool.query(
      `select action from audit_entry where outcome = 'refused' and subject = $1 order by seq`,
      [entry.id],
    )
    expect(tries.rows.map((row) => row.action)).toEqual(['editEntry', 'endEntry', 'undoStep'])
  })
})

describe('sensitive values', () => {
  it('lie encrypted, come masked, and are found by hash', async () => {
    const { record } = await register(23)
    const stored = await house.office.connection.pool.query('select * from person where id = $1', [record.id])
    expect(JSON.stringify(stored.rows)).not.toContain('19500301')
    const [found] = (
      await listRecords(house.repository(clerk), catalogue.records.get('person')!, {
        limit: 5,
        q: makeIdNumber('990101', '1950-03-01', 23),
      })
    ).rows
    expect(found?.id).toBe(record.id)
    expect(found?.values.idNumber).toMatch(/^990101\*{8}\d{3}[\dX]$/)
  })
})

describe('the audit', () => {
  it('is one unbroken chain, and cannot be rewritten by the application', async () => {
    const { db, pool } = house.office.connection
    await sealAudit(db, house.office.district)
    const result = await verifyAudit(db, house.office.district)
    expect(result).toMatchObject({ intact: true, unsealed: 0 })
    expect(result.entries).toBeGreaterThan(10)
    await expect(pool.query(`update audit_entry set action = 'x'`)).rejects.toThrow(
      /permission denied|append-only/,
    )
    await expect(pool.query('delete from audit_seal')).rejects.toThrow(/permission denied|append-only/)
  })
})
