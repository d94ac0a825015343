import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { runClocks } from '../actions/run-clocks.ts'
import { getMatter } from '../storage/matter.ts'
import { createMattersOffice, takeAction } from '../testing/matters-office.ts'

let house: TestOffice
let grid: Actor
let clerk: Actor
let second: Actor
let head: Actor
let officer: Actor
const people = new Map<string, string>()

const act = (actor: Actor, name: string, input: unknown, key?: string) =>
  takeAction<{ id: string }>(house, actor, name, input, key)
const seen = async (id: string) => (await getMatter(house.repository(officer), id, { bodies: 'all' })).seq
const step = async (actor: Actor, name: string, id: string, input: object = {}) =>
  act(actor, name, { id, seen: await seen(id), ...input })
const said = {
  area: at('northFirst'),
  content: '王桂兰说楼道灯不亮，电话13800001111。',
  category: 'light',
  channel: 'visit',
  place: '和平里3号楼2单元',
  reporterName: '王桂兰',
  reporterPhone: '13800001111',
}
const open = (actor: Actor = grid) => act(actor, 'recordMatter', said).then(({ id }) => id)

interface Told {
  event: string
  text: string
  to: string | null
}
const known = new Set<string>()
const query = async <Row>(text: string): Promise<Row[]> =>
  (await sql.raw<Row>(text).execute(house.office.connection.db)).rows
/** Every message since the last look, to whom it went. */
const told = async (): Promise<Told[]> => {
  const all = await query<{ id: string; event: string; text: string; staff: string }>(
    'select id, event, text, staff from message order by created_at, event, text, staff',
  )
  const rows = all.filter(({ id }) => !known.has(id))
  for (const { id } of rows) known.add(id)
  return rows.map(({ event, text, staff }) => ({ event, text, to: people.get(staff) ?? staff }))
}
const who = async () => (await told()).map(({ event, to }) => `${event} ${to}`).sort()

beforeAll(async () => {
  house = await createMattersOffice()
  const hire = async (...[role, area, name]: Parameters<TestOffice['hire']>) => {
    const actor = await house.hire(role, area, name)
    people.set(actor.id, name!)
    return actor
  }
  grid = await hire('gridWorker', at('northFirst'), 'grid')
  clerk = await hire('clerk', at('north'), 'clerk')
  second = await hire('clerk', at('north'), 'second')
  head = await hire('head', at('north'), 'head')
  officer = await hire('officer', at('subdistrict'), 'officer')
  await hire('clerk', at('south'), 'stranger')
})
afterAll(() => house.close())
beforeEach(async () => void (await told()))

describe('a step is told to those who have to do something, and to nobody else', () => {
  it('when it is handed over, given back and taken', async () => {
    const id = await open()
    expect(await who()).toEqual([])
    await step(grid, 'dispatchMatter', id, { to: `area:${at('north')}`, text: '请换灯' })
    expect(await who()).toEqual(['matter.assigned clerk', 'matter.assigned head', 'matter.assigned second'])
    await step(clerk, 'returnMatter', id, { text: '物业负责' })
    expect(await who()).toEqual(['matter.assigned grid'])
    await step(grid, 'escalateMatter', id, { text: '办不了' })
    expect(await who()).toEqual([
      'matter.escalated clerk',
      'matter.escalated head',
      'matter.escalated second',
    ])
    await step(clerk, 'acceptMatter', id)
    expect(await who()).toEqual([])
  })

  it('when it is answered: those who may call back and did not handle it; unsolved, who has to do it again', async () => {
    const id = await open(clerk)
    await step(clerk, 'answerMatter', id, { text: '换好了' })
    expect(await who()).toEqual(['matter.callback head', 'matter.callback second'])
    await step(second, 'recordCallback', id, {
      reached: true,
      solved: false,
      satisfaction: 'unsatisfied',
      text: '还黑',
    })
    expect(await who()).toEqual(['matter.unsolved clerk', 'matter.unsolved head'])
    await step(head, 'noteProgress', id, { text: '再去一次', public: true })
    expect(await who()).toEqual([])
  })

  it('when a clock warns and runs out, once, however often it is looked at', async () => {
    const id = await open(clerk)
    const { facts } = await getMatter(house.repository(clerk), id, { bodies: 'all' })
    await told()
    const end = Date.parse(facts.finishBy)
    for (const early of [3_600_000, 1800_000]) await runClocks(house.office, new Date(end - early))
    const ours = async () =>
      (await told())
        .filter(({ text }) => text.includes('请办理'))
        .map(({ event, to }) => `${event} ${to}`)
        .sort()
    expect((await ours()).filter((line) => line.endsWith(' clerk')).length).toBeGreaterThan(0)
    await Promise.all([1, 2].map(() => runClocks(house.office, new Date(end + 1000))))
    const late = await query<{ n: number }>(
      `select count(*)::int as n from message where event = 'matter.overdue' and link = '/matters/${id}' and staff = '${clerk.id}'`,
    )
    expect(late[0]!.n).toBe(1)
  })
})

it('is told once, though the command comes twice', async () => {
  const id = await open()
  const input = { id, seen: await seen(id), to: `area:${at('north')}`, text: '请换灯' }
  await act(grid, 'dispatchMatter', input, 'the-same-key')
  await act(grid, 'dispatchMatter', input, 'the-same-key')
  expect(await who()).toHaveLength(3)
})

it('says number, category, area and time, and nothing of who said what', async () => {
  const [{ all } = { all: '' }] = await query<{ all: string }>(
    `select coalesce(string_agg(m::text, ' '), '') as all from message m`,
  )
  expect(all).toContain('类诉求')
  for (const private_ of ['王桂兰', '13800001111', '楼道灯', '3号楼', '换好了', '还黑'])
    expect(all).not.toContain(private_)
})
