import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { findDispatch } from './storage/dispatch-rules.ts'
import { createMattersOffice, takeAction } from './testing/matters-office.ts'
import { readUnitSettings } from './views/unit-settings.ts'

let house: TestOffice
let chief: Actor
let head: Actor
let officer: Actor
let member: Actor

const act = (actor: Actor, name: string, input: unknown) =>
  takeAction<{ id: string }>(house, actor, name, input)
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const settings = (actor: Actor) => readUnitSettings(house.repository(actor))
const found = (title: string, members: string[] = []) =>
  act(chief, 'defineUnit', { title, area: at('subdistrict'), members })

beforeAll(async () => {
  house = await createMattersOffice()
  chief = await house.hire('head', at('subdistrict'))
  head = await house.hire('head', at('north'))
  officer = await house.hire('officer', at('subdistrict'))
  member = await house.hire('department', at('subdistrict'))
})
afterAll(() => house.close())

it('shows a section with its members to those in whose charge it is, and lets only them change it', async () => {
  const { id } = await found('城市管理科', [member.id])
  const { units, staff } = await settings(chief)
  expect(units).toMatchObject([
    { id, title: '城市管理科', areaName: '幸福街道', members: [{ id: member.id }], open: 0, mayChange: true },
  ])
  expect(staff.map((one) => one.id)).toContain(member.id)
  expect((await settings(officer)).units).toMatchObject([{ id, mayChange: false }])
  expect((await settings(head)).units).toEqual([])
  // Named with an area of one's own, a foreign section is still foreign.
  expect(await code(act(head, 'defineUnit', { id, title: '我的科', area: at('north'), members: [] }))).toBe(
    'right.missing',
  )
  expect(await code(act(head, 'endUnit', { id }))).toBe('record.not_found')
})

it('closes a section down only when nothing lies before it, and its rules with it', async () => {
  const { id } = await found('物业管理科', [member.id])
  const rule = { category: 'lift', area: at('subdistrict'), body: `unit:${id}` }
  await act(officer, 'setDispatchRule', rule)
  const proposed = () => findDispatch(house.repository(officer), 'lift', at('northFirst'))
  expect(await proposed()).toBe(`unit:${id}`)
  const made = await act(officer, 'recordMatter', {
    area: at('northFirst'),
    content: '电梯又停了，老人下不了楼。',
    category: 'lift',
    channel: 'phone',
  })
  await act(officer, 'dispatchMatter', { id: made.id, seen: 1, to: `unit:${id}`, text: '请检修' })
  expect((await settings(chief)).units.find((unit) => unit.id === id)?.open).toBe(1)
  expect(await code(act(chief, 'endUnit', { id }))).toBe('rule.unmet')
  await act(member, 'acceptMatter', { id: made.id, seen: 2 })
  await act(member, 'withdrawMatter', { id: made.id, seen: 3, text: '本人说好了' })
  await act(chief, 'endUnit', { id })
  expect((await settings(chief)).units.map((unit) => unit.id)).not.toContain(id)
  expect(await proposed()).toBeUndefined()
  expect(
    await code(act(chief, 'defineUnit', { id, title: '又来', area: at('subdistrict'), members: [] })),
  ).toBe('record.not_found')
  expect(
    await code(
      act(officer, 'setDispatchRule', { category: 'lift', area: at('subdistrict'), body: `unit:${id}` }),
    ),
  ).toBe('request.invalid')
})
