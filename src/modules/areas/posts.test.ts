import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../core/time/index.ts'
import type { Action } from '../../platform/server/action/define-action.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { loadActor } from '../../platform/server/permission/load-actor.ts'
import { listResponsible } from '../../platform/server/records/responsible.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { registryMetrics, registryRecords } from '../registry/index.ts'
import { readCoverage } from './pages/coverage.ts'
import { readPosts } from './pages/post-list.ts'
import { readRoster } from './pages/roster.ts'
import { postsServer } from './server.ts'
import { fillCommunity } from './testing/fill-community.ts'

let house: TestOffice
let head: Actor
let worker: Actor
const given: string[] = []
const server = postsServer([
  {
    kind: '测试事项',
    list: async () => [{ id: '1', title: '一件' }],
    give: async (_, from, to) => given.push(`${from} ${to}`),
  },
])

beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(),
    metrics: new Map(registryMetrics.map((metric) => [metric.name, metric])),
  })
  head = await house.hire('head', at('north'))
  worker = await house.hire('gridWorker', at('northFirst'))
  await fillCommunity(house, [at('northFirst'), at('northSecond')])
})
afterAll(() => house.close())

const actionOf = (name: string): Action => server.actions.find(({ contract }) => contract.name === name)!
const act = async <Answer>(actor: Actor, name: string, input: object, key?: string): Promise<Answer> =>
  (await house.run(actor, actionOf(name), input, key)) as Answer
const codeOf = (actor: Actor, name: string, input: object): Promise<string> =>
  act(actor, name, input).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const repository = () => house.repository(head)
const today = () => repository().today

const hire = async (name: string) =>
  (
    await act<{ staff: string }>(head, 'hireStaff', {
      name,
      username: `u${randomUUID().slice(0, 8)}`,
      role: 'clerk',
      area: at('north'),
      on: today(),
    })
  ).staff

it('tells a new password once, stores it nowhere, and signs the person in with it', async () => {
  const key = randomUUID()
  const input = {
    name: '新来的',
    username: 'xinlaide',
    role: 'gridWorker',
    area: at('northSecond'),
    on: today(),
  }
  const first = await act<{ staff: string; password: string }>(head, 'hireStaff', input, key)
  expect(first.password).toMatch(/^.{12}$/)
  expect(await act(head, 'hireStaff', input, key)).toEqual({ staff: first.staff, password: null })
  const { rows } = await house.office.connection.pool.query(
    `select from command where answer::text like $1 union all select from audit_entry where detail::text like $1`,
    [`%${first.password}%`],
  )
  expect(rows).toHaveLength(0)
  const signIn = (password: string) =>
    house.office.accounts.handle(
      new Request('http://127.0.0.1/api/auth/sign-in/username', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'xinlaide', password }),
      }),
    )
  expect((await signIn(first.password)).status).toBe(200)
  const again = await act<{ password: string }>(head, 'resetPassword', { staff: first.staff })
  expect((await signIn(first.password)).ok).toBe(false)
  expect((await signIn(again.password)).status).toBe(200)
  expect(await codeOf(head, 'hireStaff', { ...input, username: 'XinLaiDe' })).toBe('staff.already_there')
})

it('hands a post over from a day on: rights and open work go along, the past keeps its holder', async () => {
  const successor = await hire('接手的')
  const posts = (await readPosts(repository(), { ended: 'false' })).posts
  const post = posts.find(({ staff }) => staff === worker.id)!
  const answer = await act<{ work: number }>(head, 'handOverPost', {
    post: post.id,
    to: successor,
    on: today(),
  })
  expect(answer.work).toBe(1)
  expect(given).toEqual([`${worker.id} ${successor}`])
  const { district, connection } = house.office
  expect((await loadActor(connection.db, district, { id: worker.id }, today()))?.posts).toEqual([])
  const nearest = async (on: string) => (await listResponsible(repository(), at('northFirst'), on))[0]?.name
  expect(await nearest(today())).toBe('接手的')
  expect(await nearest(addDays(today(), -1))).toBe(worker.name)
  const history = (await readPosts(repository(), { ended: 'true' })).posts.find(({ id }) => id === post.id)
  expect(history).toMatchObject({ to: today(), successorName: '接手的', mayChange: false })
  expect(await codeOf(head, 'handOverPost', { post: post.id, to: successor, on: today() })).toBe('post.ended')
})

it('lets nobody give more than they may do themselves, nor touch those with more', async () => {
  const staff = await hire('某人')
  const from = today()
  for (const role of ['auditor', 'administrator', 'officer'])
    expect([role, await codeOf(head, 'givePost', { staff, role, area: at('north'), from })]).toEqual([
      role,
      'right.missing',
    ])
  expect(await codeOf(head, 'givePost', { staff, role: 'clerk', area: at('south'), from })).toBe(
    'right.missing',
  )
  expect(await codeOf(head, 'givePost', { staff, role: 'gridWorker', area: at('northFirst'), from })).toBe(
    'done',
  )
  const administrator = await house.hire('administrator', at('district'))
  expect(await codeOf(administrator, 'givePost', { staff, role: 'auditor', area: at('north'), from })).toBe(
    'done',
  )
  expect(await codeOf(head, 'resetPassword', { staff })).toBe('right.missing')
  expect(await codeOf(head, 'resetPassword', { staff: administrator.id })).toBe('staff.not_found')
})

it('says what nobody answers for, and what soon nobody will', async () => {
  const before = await readCoverage(repository(), undefined)
  const ends = (await readPosts(repository(), { ended: 'false' })).posts.filter(
    ({ area, role }) => role === 'gridWorker' && area === at('northSecond'),
  )
  expect(before.grids.map(({ path }) => path)).not.toContain(at('northSecond'))
  for (const post of ends) await act(head, 'endPost', { post: post.id, on: addDays(today(), 10) })
  expect((await readCoverage(repository(), undefined)).ending.map(({ id }) => id)).toEqual(
    expect.arrayContaining(ends.map(({ id }) => id)),
  )
  await house.office.connection.pool.query(
    `update post set valid_from = $2, valid_to = $3 where id = any($1)`,
    [ends.map(({ id }) => id), addDays(today(), -9), today()],
  )
  const after = await readCoverage(repository(), undefined)
  expect(after.grids.map(({ path }) => path)).toEqual([at('northSecond')])
  expect(after.buildings.length).toBe(4)
  expect(after.buildings.every(({ area }) => area === at('northSecond'))).toBe(true)
})

it('plans a roster without gaps, swaps, and shows a gap where somebody left', async () => {
  await act(head, 'fillDuty', { area: at('north'), from: today(), days: 14 })
  const read = () => readRoster(repository(), at('north'), { from: today(), days: 14 })
  const plan = await read()
  expect(plan.gaps).toEqual([])
  const [one] = plan.duties
  const other = plan.duties.find((duty) => duty.day !== one!.day && duty.staff !== one!.staff)!
  const clash = (day: string, staff: string) =>
    plan.duties.some((duty) => duty.day === day && duty.staff === staff)
  if (!clash(one!.day, other.staff) && !clash(other.day, one!.staff)) {
    await act(head, 'swapDuty', { area: at('north'), one: one!.id, other: other.id })
    const swapped = (await read()).duties
    expect(swapped).toContainEqual(
      expect.objectContaining({ day: one!.day, shift: one!.shift, staff: other.staff }),
    )
    expect(swapped).toContainEqual(
      expect.objectContaining({ day: other.day, shift: other.shift, staff: one!.staff }),
    )
  }
  await house.office.connection.pool.query(
    'update post set valid_to = $1 where staff <> $2 and valid_to is null',
    [addDays(today(), 1), head.id],
  )
  const left = await read()
  expect(left.gaps.some(({ day }) => day === addDays(today(), 2))).toBe(true)
  expect(left.duties.some(({ serving }) => !serving)).toBe(true)
  const stranger = await house.hire('head', at('south'))
  expect(await codeOf(stranger, 'planDuty', { area: at('north') })).toBe('area.not_found')
  expect(
    await codeOf(head, 'planDuty', {
      area: at('north'),
      add: [{ day: addDays(today(), -1), shift: 'early', staff: head.id }],
    }),
  ).toBe('field.invalid')
})
