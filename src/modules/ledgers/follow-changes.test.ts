import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeIdNumber } from '../../core/identity/index.ts'
import type { RecordView } from '../../platform/contract/records.ts'
import { rehearseAction } from '../../platform/server/action/run-action.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { undoStep } from '../../platform/server/records/undo-step.ts'
import { getRecord } from '../../platform/server/repository/find.ts'
import { listRecords } from '../../platform/server/repository/list.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { person, registryRecords } from '../registry/index.ts'
import { householdServer, registryServer } from '../registry/server.ts'
import { addEntry } from './actions/add-entry.ts'
import { assistance, builtInLedgers, elderCare } from './definition.ts'
import { followChanges } from './follow-changes.ts'

interface Answer {
  change: string
  person: string
  household: string
  undo: { definition: string; id: string; version: number }
  consequences: { kind: string; effect: string; title: string }[]
  relations: { name: string; code: string | null; certain: boolean }[]
}

const households = householdServer([followChanges])
const actions = new Map(households.actions.map((action) => [action.contract.name, action]))
const followUps = households.readers.find(({ route }) => route.path === '/api/follow-ups')!

const registerPerson = registryServer.actions.find(({ contract }) => contract.name === 'registerPerson')

let house: TestOffice
let clerk: Actor
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(builtInLedgers.map((ledger) => [ledger.name, ledger])),
    metrics: new Map(),
  })
  clerk = await house.hire('clerk', at('north'))
})
afterAll(() => house.close())

const act = async (name: string, input: object): Promise<Answer> =>
  house.run(clerk, actions.get(name)!, input)
const rehearse = async (name: string, input: object) =>
  (await rehearseAction(house.office, clerk, actions.get(name)!, input)) as Answer
const read = (ledger: typeof elderCare, id: string, asOf?: string) =>
  getRecord(house.repository(clerk), ledger, id, { asOf })
const enter = async (ledger: string, subject: string, values: object) =>
  (
    (await house.run(clerk, addEntry, { ledger, subject, on: '2025-01-10', values })) as {
      record: RecordView
    }
  ).record
const openReviews = async (record: string) => {
  const answer = await followUps.answer(house.repository(clerk), { params: {}, query: {} }, house.office)
  const all = (answer as { followUps: { id: string; kind: string; record: string }[] }).followUps
  return all.filter((one) => one.kind === 'benefitReview' && one.record === record)
}

let families = 0
/** An old couple and their grown son, each in the household and the couple in the ledger of elders. */
const settleFamily = async () => {
  const number = `第 ${++families} 户`
  const husband = await act('moveIn', {
    on: '2025-01-01',
    area: at('northFirst'),
    number,
    values: { name: '老周', sex: '1', birthDate: '1948-02-03', maritalStatus: '20' },
  })
  const join = async (values: object, relation: string) =>
    (await act('moveIn', { on: '2025-01-01', household: husband.household, relation, values })).person
  const wife = await join({ name: '老吴', sex: '2', birthDate: '1950-05-06', maritalStatus: '20' }, '12')
  const son = await join({ name: '小周', sex: '1', birthDate: '1978-01-02' }, '20')
  const elder = await enter('elderCare', wife, {
    currentStatus: '1',
    livingArrangement: '3',
    spouseStatus: '1',
  })
  const allowance = await enter('assistance', wife, { familyCategory: '1', startedOn: '2025-01-01' })
  const his = await enter('elderCare', husband.person, { currentStatus: '1', livingArrangement: '3' })
  return { household: husband.household, husband: husband.person, wife, son, elder, allowance, his }
}

it('tells what a death brings about without leaving a trace, does the same when it is confirmed, and takes it back whole', async () => {
  const { husband, wife, elder, his, household } = await settleFamily()
  const input = { on: '2025-06-01', person: husband, newHead: wife }
  const told = await rehearse('registerDeath', input)
  expect((await read(elderCare, elder.id)).version).toBe(1)
  expect((await getRecord(house.repository(clerk), person, husband)).validTo).toBeNull()
  expect(told.relations).toMatchObject([
    { name: '老吴', code: '02', certain: true },
    { name: '小周', code: '20', certain: false },
  ])
  await expect(act('registerDeath', input)).rejects.toMatchObject({ code: 'household.relation_needed' })

  const son = told.relations[1] as unknown as { person: string }
  const done = await act('registerDeath', { ...input, relations: { [son.person]: '20' } })
  expect(done.consequences.map(({ title }) => title)).toEqual(told.consequences.map(({ title }) => title))
  expect(done.consequences.map(({ kind, effect }) => `${kind} ${effect}`).sort()).toEqual([
    'benefitReview todo',
    'ledgerChanged done',
    'ledgerLeft done',
    'marital done',
  ])
  expect(await read(elderCare, his.id)).toMatchObject({ validTo: '2025-06-01' })
  expect((await read(elderCare, elder.id)).values).toMatchObject({
    spouseStatus: '2',
    livingArrangement: '3',
  })
  expect((await read(elderCare, elder.id, '2025-05-31')).values).toMatchObject({ spouseStatus: '1' })
  expect((await getRecord(house.repository(clerk), person, wife)).values).toMatchObject({
    maritalStatus: '30',
    relationToHead: '02',
    household,
  })

  await house.run(clerk, undoStep, done.undo)
  expect(await read(elderCare, his.id)).toMatchObject({ validTo: null })
  expect((await read(elderCare, elder.id)).values).toMatchObject({ spouseStatus: '1' })
  expect((await getRecord(house.repository(clerk), person, wife)).values).toMatchObject({
    maritalStatus: '20',
    relationToHead: '12',
  })
})

it('finds an elder left alone, keeps the ledgers in the grid of the people, and refuses undo once something stands on it', async () => {
  const { husband, wife, son, elder, allowance, household } = await settleFamily()
  await act('registerDeath', { on: '2025-06-01', person: husband, newHead: wife, relations: { [son]: '20' } })
  const split = await act('splitHousehold', {
    on: '2025-08-01',
    household,
    persons: [son],
    head: son,
    area: at('northSecond'),
  })
  expect(split.consequences.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['elderAlone', 'grid', 'benefitReview']),
  )
  expect((await read(elderCare, elder.id)).values).toMatchObject({
    livingArrangement: '1',
    spouseStatus: '2',
  })
  expect((await read(elderCare, elder.id, '2025-07-31')).values).toMatchObject({ livingArrangement: '3' })
  // Both changes ask for it; it is to be done once.
  expect(await openReviews(allowance.id)).toHaveLength(1)

  const moved = await act('moveHousehold', { on: '2025-09-01', household, area: at('northSecond') })
  expect((await read(elderCare, elder.id)).area).toBe(at('northSecond'))
  await expect(act('undoChange', { change: split.change })).rejects.toMatchObject({ code: 'record.stale' })
  await act('undoChange', { change: moved.change })
  expect((await read(elderCare, elder.id)).area).toBe(at('northFirst'))
  await act('undoChange', { change: split.change })
  expect((await read(elderCare, elder.id)).values).toMatchObject({ livingArrangement: '3' })
  expect(await openReviews(allowance.id)).toHaveLength(1)
})

it('asks once for what several changes leave to do, and not again when it is done', async () => {
  const { husband, wife, son, allowance, household } = await settleFamily()
  await act('registerDeath', { on: '2025-06-01', person: husband, newHead: wife, relations: { [son]: '20' } })
  await act('splitHousehold', {
    on: '2025-08-01',
    household,
    persons: [son],
    head: son,
    area: at('northFirst'),
  })
  const [review] = await openReviews(allowance.id)
  await house.run(clerk, actions.get('settleFollowUp')!, { id: review!.id, outcome: '已复核' })
  expect(await openReviews(allowance.id)).toEqual([])
})

it('merges two records of one person with their ledgers, and un-merges them', async () => {
  const one = await settleFamily()
  const twin = await act('moveIn', {
    on: '2025-03-01',
    area: at('northSecond'),
    values: { name: '老吴', sex: '2', birthDate: '1950-05-06', mobile: '13800001111' },
  })
  const merged = await act('mergePersons', {
    on: '2025-04-01',
    keep: twin.person,
    drop: one.wife,
    take: ['maritalStatus'],
  })
  const entries = async () =>
    (await listRecords(house.repository(clerk), assistance, { limit: 50 })).rows
      .filter(({ subject }) => [twin.person, one.wife].includes(subject!.id))
      .map(({ subject }) => subject!.id)
  expect(await entries()).toEqual([twin.person])
  expect((await getRecord(house.repository(clerk), person, twin.person)).values).toMatchObject({
    maritalStatus: '20',
  })
  expect((await getRecord(house.repository(clerk), person, one.wife)).validTo).toBe('2025-04-01')
  await act('undoChange', { change: merged.change })
  expect(await entries()).toEqual([one.wife])
  expect((await getRecord(house.repository(clerk), person, one.wife)).validTo).toBeNull()
})

it('knows who returns by the ID number, and lets nobody live in two places', async () => {
  const idNumber = makeIdNumber('990101', '1951-05-06', 2)
  const values = { name: '归来', sex: '2', birthDate: '1951-05-06', idNumber }
  const first = await act('moveIn', { on: '2025-01-01', area: at('northFirst'), values })
  await expect(act('moveIn', { on: '2025-02-01', area: at('northSecond'), values })).rejects.toMatchObject({
    code: 'person.already_there',
  })
  await act('moveOut', { on: '2025-03-01', persons: [first.person], to: '河北保定' })
  const again = await act('moveIn', {
    on: '2025-05-01',
    area: at('northSecond'),
    values,
  })
  expect(again.person).toBe(first.person)
  const at4 = await listRecords(house.repository(clerk), person, { asOf: '2025-04-01', limit: 200 })
  expect(at4.rows.map(({ id }) => id)).not.toContain(first.person)
})

it('lets two people change one household at once, one after the other, and loses nothing', async () => {
  const [a, b] = [await settleFamily(), await settleFamily()]
  const on = '2025-07-01'
  const answers = await Promise.allSettled([
    act('joinHousehold', { on, persons: [a.son], household: b.household, relations: { [a.son]: '97' } }),
    act('joinHousehold', { on, persons: [b.son], household: a.household, relations: { [b.son]: '97' } }),
    act('moveOut', { on, persons: [a.son] }),
  ])
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(['record.stale', 'record.not_found']).toContain(answer.reason.code)
  const { rows } = await listRecords(house.repository(clerk), person, { limit: 200 })
  const homeOf = (id: string) => rows.filter((row) => row.id === id).map(({ values }) => values.household)
  const done = answers.map(({ status }) => status === 'fulfilled')
  expect(homeOf(b.son)).toEqual([done[1] ? a.household : b.household])
  expect(homeOf(a.son)).toEqual(done[2] ? [] : [b.household])
})

it('asks only for relations that the change makes uncertain, not for those nobody ever told', async () => {
  const { household, son } = await settleFamily()
  const guest = (
    (await house.run(clerk, registerPerson!, {
      area: at('northFirst'),
      household,
      on: '2025-02-01',
      values: { name: '借住', sex: '1', birthDate: '1990-01-01' },
    })) as { record: RecordView }
  ).record
  const left = await act('moveOut', { on: '2025-03-01', persons: [son] })
  expect(left.relations).toEqual([])
  const told = await rehearse('changeHead', { on: '2025-04-01', household, head: guest.id })
  expect(told.relations.filter(({ certain }) => !certain).map(({ name }) => name)).toContain('老周')
})
