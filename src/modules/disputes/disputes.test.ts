import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '../../platform/server/action/define-action.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { matter } from '../matters/index.ts'
import { mattersServer } from '../matters/server.ts'
import { registryRecords } from '../registry/index.ts'
import { registryServer } from '../registry/server.ts'
import { disputesServer } from './server.ts'
import { readDisputeNumbers } from './views/dispute-numbers.ts'
import { readDispute, readOwnDisputes } from './views/dispute-story.ts'

let house: TestOffice
let head: Actor
let clerk: Actor
let grid: Actor
let officer: Actor
let auditor: Actor

const modules = [registryServer, mattersServer, disputesServer]
const actions = new Map(
  modules.flatMap((module) => module.actions.map((action) => [action.contract.name, action])),
)
const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  house.run(actor, actions.get(name) as Action, input)

beforeAll(async () => {
  house = await createTestOffice({
    records: new Map([...registryRecords, matter].map((each) => [each.name, each])),
    ledgers: new Map(),
    metrics: new Map(),
  })
  head = await house.hire('head', at('north'), '刘书记')
  clerk = await house.hire('clerk', at('north'), '陈调解')
  grid = await house.hire('gridWorker', at('northFirst'))
  officer = await house.hire('officer', at('subdistrict'))
  auditor = await house.hire('auditor', at('subdistrict'))
})
afterAll(() => house.close())

const said = {
  area: at('northFirst'),
  kind: 'neighbour',
  title: '楼上卫生间漏水',
  content: '三楼说二楼装修敲坏了防水。',
  parties: [{ name: '沈密语', phone: '13900001111' }, { name: '韩密语' }],
}
const open = async (more: object = {}) => {
  const { id } = (await act(head, 'openDispute', { ...said, ...more })) as { id: string }
  return id
}
const story = (actor: Actor, id: string) => readDispute(house.repository(actor), id)
const step = async (actor: Actor, name: string, id: string, input: object = {}) => {
  const { rows } = await sql<{ seq: number }>`select seq from dispute where id = ${id}`.execute(
    house.office.connection.db,
  )
  return act(actor, name, { id, seen: rows[0]!.seq, ...input })
}
const today = () => house.repository(head).today
const session = () => ({
  on: today(),
  place: '社区调解室',
  present: ['沈密语', '韩密语'],
  text: '双方同意找人来看。',
})
const agreement = () => ({
  on: today(),
  dispute: '三楼防水被敲坏，二楼吊顶受损。',
  items: [{ party: '沈密语', text: '修好防水', due: today() }],
})
const mediated = async () => {
  const id = await open()
  await step(head, 'assignMediators', id, { mediators: [clerk.id] })
  return id
}

describe('from the quarrel to the revisit', () => {
  it('is assigned, talked over, agreed, kept, revisited', async () => {
    const id = await mediated()
    await step(clerk, 'recordSession', id, session())
    await step(clerk, 'recordAgreement', id, agreement())
    await expect(step(clerk, 'revisitDispute', id, { result: 'kept', text: '都好' })).rejects.toMatchObject({
      code: 'rule.unmet',
    })
    await step(clerk, 'recordFulfilment', id, { item: 0, kept: true, text: '看过，不漏了' })
    await step(clerk, 'revisitDispute', id, { result: 'kept', text: '两家和好' })
    expect(await story(head, id)).toMatchObject({
      line: { state: 'closed', dueOn: null },
      outcome: { code: 'kept', text: '两家和好' },
      agreement: { items: [{ state: 'kept', note: '看过，不漏了' }] },
      can: ['reopen'],
    })
    expect((await readOwnDisputes(house.repository(clerk), true)).map((row) => row.id)).toContain(id)
  })

  it('writes the agreement to sign', async () => {
    const id = await mediated()
    await step(clerk, 'recordSession', id, session())
    await step(clerk, 'recordAgreement', id, agreement())
    const [download] = disputesServer.downloads!
    const file = await download!.run(house.repository(clerk), { id }, house.office)
    const text = strFromU8(unzipSync(file.bytes)['word/document.xml']!).replace(/<[^>]+>/g, '')
    for (const words of ['人民调解协议书', '沈密语', '韩密语', '修好防水', '司法确认', '人民调解员（签名）'])
      expect(text).toContain(words)
    await expect(download!.run(house.repository(officer), { id }, house.office)).rejects.toMatchObject({
      code: 'record.not_found',
    })
  })

  it('refuses what the state, the rules or the day forbid, and says what can be done', async () => {
    const id = await open()
    await expect(step(head, 'recordFulfilment', id, { item: 0, kept: true })).rejects.toMatchObject({
      code: 'dispute.wrong_state',
      message: expect.stringContaining('指派调解员'),
    })
    await step(head, 'assignMediators', id, { mediators: [clerk.id] })
    await expect(step(head, 'recordSession', id, session())).rejects.toMatchObject({ code: 'right.missing' })
    await expect(step(clerk, 'recordAgreement', id, agreement())).rejects.toMatchObject({
      code: 'rule.unmet',
    })
    await expect(step(clerk, 'recordSession', id, { ...session(), on: '2199-01-01' })).rejects.toMatchObject({
      code: 'field.invalid',
    })
    await expect(act(clerk, 'recordSession', { id, seen: 1, ...session() })).rejects.toMatchObject({
      code: 'record.stale',
    })
    await expect(open({ parties: [{ name: '甲' }] })).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(open({ parties: [{ name: '甲' }, { name: '甲' }] })).rejects.toMatchObject({
      code: 'field.invalid',
    })
  })

  it('takes parties from the registry, within sight', async () => {
    const { record } = (await act(clerk, 'registerPerson', {
      area: at('northFirst'),
      on: '2025-01-01',
      values: { name: '沈在册', sex: '1', birthDate: '1980-01-01' },
    })) as { record: { id: string } }
    const id = await open({ parties: [{ person: record.id }, { name: '韩密语' }] })
    expect((await story(head, id)).parties[0]).toMatchObject({ person: record.id, name: '沈在册' })
    const far = await house.hire('head', at('south'))
    await expect(
      act(far, 'openDispute', {
        ...said,
        area: at('southFirst'),
        parties: [{ person: record.id }, { name: '乙' }],
      }),
    ).rejects.toMatchObject({ code: 'record.not_found' })
  })
})

describe('closed to everybody else', () => {
  const sees = async (actor: Actor, id: string) =>
    story(actor, id).then(
      () => true,
      () => false,
    )

  it('is seen by the head and the mediators alone, while they are that', async () => {
    const made = (await act(grid, 'openDispute', said)) as { id: string | null; head: string }
    expect(made).toMatchObject({ id: null, head: '城北社区' })
    const id = await mediated()
    const look = async () =>
      Promise.all([head, clerk, grid, officer, auditor].map((actor) => sees(actor, id)))
    expect(await look()).toEqual([true, true, false, false, false])
    await step(head, 'assignMediators', id, { mediators: [grid.id] })
    expect(await look()).toEqual([true, false, true, false, false])
    for (const actor of [clerk, officer])
      expect((await readOwnDisputes(house.repository(actor), false)).map((row) => row.id)).not.toContain(id)
    await expect(
      step(officer, 'closeDispute', id, { outcome: 'settled', text: '和解' }),
    ).rejects.toMatchObject({
      code: 'record.not_found',
    })
    const gone = { ...grid, posts: [] }
    expect(await sees(gone, id)).toBe(false)
  })

  it('lies sealed in the database and leaves no name or word in the audit', async () => {
    const id = await mediated()
    await step(clerk, 'recordSession', id, session())
    const { rows } = await sql<{ line: string }>`
      select encode(facts, 'escape') as line from dispute where id = ${id}
      union all select encode(step, 'escape') from dispute_step where dispute = ${id}
      union all select a::text from audit_entry a where subject = ${id}
      union all select c::text from command c where action in ('openDispute', 'recordSession')`.execute(
      house.office.connection.db,
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const { line } of rows)
      for (const secret of ['密语', '漏水', '敲坏', '13900001111']) expect(line).not.toContain(secret)
  })

  it('tells numbers of whole subdistricts alone, and no small ones', async () => {
    const year = today().slice(0, 4)
    const repository = house.repository(officer)
    await expect(readDisputeNumbers(repository, at('north'), year)).rejects.toMatchObject({
      code: 'metric.too_fine',
    })
    await expect(readDisputeNumbers(repository, at('other'), year)).rejects.toMatchObject({
      code: 'right.missing',
    })
    for (let n = 0; n < 5; n++) await open({ kind: 'property' })
    await open({ kind: 'debt' })
    const { opened } = await readDisputeNumbers(repository, at('subdistrict'), year)
    expect(opened.total).toBeGreaterThan(5)
    expect(opened.shown.every(({ code }) => code !== 'debt')).toBe(true)
  })
})

describe('begun from a matter', () => {
  const record = async () =>
    (await act(clerk, 'recordMatter', {
      area: at('northFirst'),
      content: '楼上邻居半夜吵闹，说了几次不听。',
      category: 'noise',
      channel: 'window',
    })) as { id: string }

  it('answers it, once, and tells it nothing', async () => {
    const { id: matterId } = await record()
    await act(clerk, 'openDispute', { ...said, matter: { id: matterId, seen: 1 } })
    const { rows } = await sql<{ facts: { state: string }; text: string }>`
      select f.facts, s.detail->>'text' as text from matter_flow f join matter_step s on s.matter = f.matter and s.seq = 2
      where f.matter = ${matterId}`.execute(house.office.connection.db)
    expect(rows).toMatchObject([{ facts: { state: 'answered' }, text: expect.stringContaining('人民调解') }])
    expect(rows[0]!.text).not.toContain('密语')
    await expect(
      act(clerk, 'openDispute', { ...said, matter: { id: matterId, seen: 2 } }),
    ).rejects.toMatchObject({ code: 'matter.wrong_state' })
  })

  it('is refused to whoever does not answer for the matter, and then nothing is opened', async () => {
    const { id: matterId } = await record()
    const before = await readOwnDisputes(house.repository(head), false)
    await expect(
      act(grid, 'openDispute', { ...said, matter: { id: matterId, seen: 1 } }),
    ).rejects.toMatchObject({ code: 'right.missing' })
    expect(await readOwnDisputes(house.repository(head), false)).toHaveLength(before.length)
  })
})
