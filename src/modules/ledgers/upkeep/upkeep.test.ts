import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addDays } from '../../../core/time/index.ts'
import { measure } from '../../../platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../../../platform/server/figures/read-figure.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { countRows } from '../../../platform/server/repository/list.ts'
import { endRecord, insertRecord, lockRecord } from '../../../platform/server/repository/write.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { person, registryRecords } from '../../registry/index.ts'
import { addEntry } from '../actions/add-entry.ts'
import { builtInLedgers, elderCare, unemployment } from '../definition.ts'
import { ledgerMetrics } from '../metrics.ts'
import { acceptEntering } from './accept-entering.ts'
import { acceptLeaving } from './accept-leaving.ts'
import { confirmEntries } from './confirm-entries.ts'
import { declineProposals } from './decline-proposals.ts'
import { findProposals } from './list-proposals.ts'
import { readUpkeep } from './list-upkeep.ts'

let house: TestOffice
let clerk: Actor
let elsewhere: Actor
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(builtInLedgers.map((ledger) => [ledger.name, ledger])),
    metrics: new Map(ledgerMetrics.map((metric) => [metric.name, metric])),
  })
  clerk = await house.hire('clerk', at('north'))
  elsewhere = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['person', 'person_past', 'ledger_entry', 'ledger_entry_past', 'entry_confirmation'])
    await house.office.connection.db.deleteFrom(table).execute()
})
afterEach(() => {
  vi.useRealTimers()
})

const repository = () =>
  repositoryFor(house.office, clerk, { db: house.office.connection.db, command: newId() })
const register = async (name: string, birthDate: string, more: object = {}) => {
  const id = newId()
  const values = { name, sex: '2', birthDate, ...more }
  await insertRecord(repository(), person, { id, area: at('northFirst'), on: '2020-01-01', values })
  return id
}
const elderValues = { currentStatus: '1', livingArrangement: '3' }
const enter = async (ledger: string, subject: string, values: object) =>
  (
    (await house.run(clerk, addEntry, { ledger, subject, on: '2025-01-01', values })) as {
      record: { id: string }
    }
  ).record.id
const proposals = async (ledger: typeof elderCare, kind: 'enter' | 'leave', declined = false, by = clerk) =>
  findProposals(repositoryFor(house.office, by), ledger, kind, {
    declined: declined ? 'true' : 'false',
    limit: 50,
  })

it('proposes who should be entered, and enters many at once with the reason', async () => {
  const [one, other] = [await register('钱一', '1950-01-01'), await register('钱二', '1960-01-01')]
  await register('孙小', '2010-01-01')
  const { rows, total } = await proposals(elderCare, 'enter')
  expect(rows.map(({ record, reason }) => [record.values.name, reason])).toEqual([
    ['钱一', '已满 60 周岁。'],
    ['钱二', '已满 60 周岁。'],
  ])
  expect(total).toBe(2)
  expect((await proposals(elderCare, 'enter', false, elsewhere)).total).toBe(0)
  await house.run(clerk, acceptEntering, {
    ledger: 'elderCare',
    subjects: [one, other],
    on: '2025-01-01',
    values: elderValues,
  })
  expect((await proposals(elderCare, 'enter')).total).toBe(0)
  expect(await countRows(repository(), elderCare, { limit: 0 })).toBe(2)
})

it('enters all or none', async () => {
  const old = await register('李老', '1950-01-01')
  const young = await register('李小', '2000-01-01')
  await expect(
    house.run(clerk, acceptEntering, {
      ledger: 'elderCare',
      subjects: [old, young],
      on: '2025-01-01',
      values: elderValues,
    }),
  ).rejects.toMatchObject({ code: 'rule.unmet' })
  expect(await countRows(repository(), elderCare, { limit: 0 })).toBe(0)
})

it('proposes who should be taken out, by which rule, and ends them from the right day with that cause', async () => {
  const dead = await register('周去', '1950-01-01')
  const works = await register('吴工', '1990-01-01', { employmentStatus: '24' })
  const stays = await register('郑无', '1990-01-01', { employmentStatus: '70' })
  await enter('elderCare', dead, elderValues)
  const values = { since: '2024-01-01', isHardToEmploy: false }
  await enter('unemployment', works, values)
  await enter('unemployment', stays, values)
  const write = repository()
  await endRecord(write, person, await lockRecord(write, person, dead), { on: '2025-06-01', cause: 'died' })

  const gone = (await proposals(elderCare, 'leave')).rows
  expect(gone.map(({ record, reason }) => [record.subject?.display.name, reason])).toEqual([
    ['周去', '已去世。'],
  ])
  const left = (await proposals(unemployment, 'leave')).rows
  expect(left.map(({ record, reason }) => [record.subject?.display.name, reason])).toEqual([
    ['吴工', '就业状况已不是无业。'],
  ])
  const entries = gone.map(({ record: { id, version } }) => ({ id, version }))
  await house.run(clerk, acceptLeaving, { ledger: 'elderCare', entries })
  expect(await countRows(repository(), elderCare, { limit: 0 })).toBe(0)
  expect(await countRows(repository(), elderCare, { limit: 0, asOf: '2025-05-31' })).toBe(1)
  expect(await countRows(repository(), elderCare, { limit: 0, asOf: '2025-06-01' })).toBe(0)
})

it('what may stay is not taken out, whoever asks', async () => {
  const id = await enter('elderCare', await register('冯老', '1950-01-01'), elderValues)
  await expect(
    house.run(clerk, acceptLeaving, { ledger: 'elderCare', entries: [{ id, version: 1 }] }),
  ).rejects.toMatchObject({ code: 'rule.unmet' })
})

it('keeps why a proposal was declined, and does not ask again', async () => {
  const id = await register('陈老', '1950-01-01')
  await house.run(clerk, declineProposals, {
    ledger: 'elderCare',
    kind: 'enter',
    records: [id],
    reason: '长期住在外地子女家',
  })
  expect((await proposals(elderCare, 'enter')).total).toBe(0)
  expect((await proposals(elderCare, 'enter', true)).rows).toMatchObject([
    { record: { id }, declined: '长期住在外地子女家' },
  ])
  await expect(
    house.run(elsewhere, declineProposals, {
      ledger: 'elderCare',
      kind: 'enter',
      records: [id],
      reason: '不在这里',
    }),
  ).rejects.toMatchObject({ code: 'record.not_found' })
})

it('an entry is due again after the days the ledger says, and is in time once somebody confirms it', async () => {
  const today = repository().today
  const id = await enter('elderCare', await register('卫老', '1950-01-01'), elderValues)
  const overdue = async () =>
    (await readUpkeep(repositoryFor(house.office, clerk), undefined)).find(({ name }) => name === 'elderCare')
      ?.overdue
  const share = async (asOf?: string) => {
    const metric = house.office.catalogue.metrics.get('elderCare.confirmedShare')!
    const read = repositoryFor(house.office, clerk)
    return (await measure(read, metric, cutoffOf(read, { asOf }))).value
  }
  expect([await overdue(), await share()]).toEqual([0, 100])

  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(`${addDays(today, 91)}T04:00:00Z`))
  expect([await overdue(), await share()]).toEqual([1, 0])
  expect(await share(addDays(today, 90))).toBe(100)
  await house.run(clerk, confirmEntries, {
    ledger: 'elderCare',
    on: addDays(today, 91),
    entries: [{ id, version: 1 }],
  })
  expect([await overdue(), await share()]).toEqual([0, 100])
  // What was confirmed later was not in time before.
  vi.setSystemTime(new Date(`${addDays(today, 95)}T04:00:00Z`))
  expect(await share(addDays(today, 91))).toBe(100)
})

it('confirms the version that was seen, and nothing of another community', async () => {
  const id = await enter('elderCare', await register('蒋老', '1950-01-01'), elderValues)
  const confirm = (actor: Actor, version: number) =>
    house.run(actor, confirmEntries, {
      ledger: 'elderCare',
      on: repository().today,
      entries: [{ id, version }],
    })
  await expect(confirm(clerk, 2)).rejects.toMatchObject({ code: 'record.stale' })
  await expect(confirm(elsewhere, 1)).rejects.toMatchObject({ code: 'record.not_found' })
  await confirm(clerk, 1)
})
