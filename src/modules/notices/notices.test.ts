import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../core/time/index.ts'
import type { Action } from '../../platform/server/action/define-action.ts'
import { buildApp } from '../../platform/server/http/build-app.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { noticesServer } from './server.ts'

let house: TestOffice
let app: FastifyInstance
let clerk: Actor
let stranger: Actor

const actions = new Map(noticesServer.actions.map((action) => [action.contract.name, action]))
const act = (actor: Actor, name: string, input: unknown): Promise<unknown> =>
  house.run(actor, actions.get(name) as Action, input)

beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
  clerk = await house.hire('clerk', at('north'))
  stranger = await house.hire('clerk', at('south'))
  app = await buildApp(house.office, [noticesServer], { secure: false, trustProxy: false })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const today = () => house.repository(clerk).today
const posting = (more: object = {}) => ({
  area: at('north'),
  kind: 'posting',
  title: '低保对象公示',
  body: '拟纳入低保：王某兰，一人户。<script>alert(1)</script>',
  from: today(),
  to: addDays(today(), 7),
  objection: '请在公示期内到社区窗口提出。',
  ...more,
})
const publish = async (more: object = {}) =>
  ((await act(clerk, 'publishNotice', posting(more))) as { id: string }).id
const board = async (query = '') => (await app.inject({ url: `/board${query}` })).body

it('is read by everybody from its first day to its last, as text, with the way to object', async () => {
  const id = await publish()
  const coming = await publish({ title: '以后的公示', from: addDays(today(), 1) })
  expect(await board()).toContain('低保对象公示')
  expect(await board()).not.toContain('以后的公示')
  const whole = await board(`?id=${id}`)
  expect(whole).toContain('到社区窗口提出')
  expect(whole).toContain('&lt;script&gt;')
  expect((await app.inject({ url: `/board?id=${coming}` })).statusCode).toBe(404)
})

it('is withdrawn by who may publish there, and then seen no more', async () => {
  const id = await publish({ title: '写错的公示' })
  await expect(act(stranger, 'withdrawNotice', { id, reason: '写错了' })).rejects.toMatchObject({
    code: 'record.not_found',
  })
  await act(clerk, 'withdrawNotice', { id, reason: '写错了' })
  expect(await board()).not.toContain('写错的公示')
})

it.each([
  ['a posting without a way to object', { objection: '' }, 'field.invalid'],
  ['days the wrong way round', { to: '2020-01-01' }, 'field.invalid'],
  ['an ID number', { body: '王某兰 11010519491231002X' }, 'field.invalid'],
  ['a mobile number', { body: '联系 13900001111' }, 'field.invalid'],
  ['an area that is not theirs', { area: at('south') }, 'right.missing'],
])('refuses %s', async (_, more, code) => {
  await expect(act(clerk, 'publishNotice', posting(more))).rejects.toMatchObject({ code })
})
