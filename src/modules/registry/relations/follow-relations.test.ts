import { afterAll, beforeAll, expect, it } from 'vitest'
import { Problem } from '../../../platform/contract/problem.ts'
import { rehearseAction } from '../../../platform/server/action/run-action.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import type { ChangeAnswer } from '../change-contract.ts'
import { householdServer } from '../household-server.ts'
import { readPersonPage } from '../pages/person-page.ts'
import { openRegistryHouse, type RegistryHouse } from '../testing/registry-house.ts'

const changes = householdServer([])
let registry: RegistryHouse
let north: Actor
beforeAll(async () => {
  registry = await openRegistryHouse(changes)
  north = await registry.house.hire('clerk', at('north'))
})
afterAll(() => registry.close())

const on = '2025-03-01'
const settle = async (name: string, birthDate: string, area = at('northFirst'), more: object = {}) =>
  (await registry.act('moveIn', { on: '2025-01-01', area, values: { name, sex: '2', birthDate, ...more } }))
    .person!

const relate = (of: string, values: object, actor = registry.clerk) =>
  registry.act(
    'registerRecord',
    { definition: 'personRelation', of, on: '2025-01-02', values },
    actor,
  ) as unknown as Promise<{ record: { id: string; area: string; version: number } }>

const relationsOf = async (person: string, actor = registry.clerk) =>
  (await readPersonPage(registry.house.repository(actor), person, {})).relations

/** A child who lives with an aunt, and the grandmother who is the guardian. */
const settleWard = async () => {
  const child = await settle('小禾', '2017-05-05')
  const guardian = await settle('老禾', '1955-06-06', at('northSecond'), { mobile: '15412345678' })
  await relate(child, { kind: '1', relative: guardian, relation: '62' })
  return { child, guardian }
}

const words = ({ consequences }: ChangeAnswer) =>
  consequences.map(({ effect, title }) => `${effect} ${title}`)

it('shows a relation on both pages, and refuses what cannot be', async () => {
  const { child, guardian } = await settleWard()
  expect(await relationsOf(child)).toMatchObject([
    {
      isOwn: true,
      other: { id: guardian, name: '老禾' },
      relation: { display: { kind: '监护人', relation: '祖母' } },
    },
  ])
  expect(await relationsOf(guardian)).toMatchObject([{ isOwn: false, other: { id: child, name: '小禾' } }])
  const refused = (values: object) => expect(relate(child, values)).rejects.toBeInstanceOf(Problem)
  await refused({ kind: '1' })
  await refused({ kind: '1', relative: child })
  await refused({ kind: '1', relative: guardian })
  await refused({ kind: '2', relative: guardian, name: '某人' })
})

it('tells before and after that a guardian has moved away, keeps how to reach them, and takes it back', async () => {
  const { child, guardian } = await settleWard()
  const action = changes.actions.find(({ contract }) => contract.name === 'moveOut')!
  const input = { on, persons: [guardian] }
  const told = (await rehearseAction(registry.house.office, registry.clerk, action, input)) as ChangeAnswer
  const todo = 'todo 小禾（7 岁）的监护人老禾已迁出，请落实由谁监护'
  expect(words(told)).toEqual(expect.arrayContaining([todo]))
  const done = await registry.act('moveOut', input)
  expect(words(done)).toEqual(
    expect.arrayContaining([todo, 'done 小禾（7 岁）的监护人老禾改记为辖区外人员，留姓名和电话']),
  )
  expect(await relationsOf(child)).toMatchObject([
    { other: null, relation: { display: { name: '老禾', phone: '154****5678' } } },
  ])
  await registry.act('undoChange', { change: done.change })
  expect(await relationsOf(child)).toMatchObject([{ other: { id: guardian } }])
})

it('ends the relation with a death, and leaves the ward to be cared for', async () => {
  const { child, guardian } = await settleWard()
  const done = await registry.act('registerDeath', { on, person: guardian })
  expect(words(done)).toEqual(
    expect.arrayContaining([
      'done 小禾（7 岁）与监护人老禾的关系随之结束',
      'todo 小禾（7 岁）的监护人老禾已去世，请落实由谁监护',
    ]),
  )
  expect(await relationsOf(child)).toEqual([])
})

it('goes where the ward goes, ends with the ward, and passes to the record that stays after a merge', async () => {
  const { child, guardian } = await settleWard()
  const twin = await settle('老禾', '1955-06-06', at('northFirst'))
  const merged = await registry.act('mergePersons', { on, keep: twin, drop: guardian })
  expect(await relationsOf(child)).toMatchObject([{ other: { id: twin } }])
  await registry.act('undoChange', { change: merged.change })
  expect(await relationsOf(child)).toMatchObject([{ other: { id: guardian } }])

  const home = (await readPersonPage(registry.house.repository(registry.clerk), child, {})).household!.id
  const moved = await registry.act('moveHousehold', { on, household: home, area: at('southFirst') })
  expect(words(moved)).toContain('done 小禾（7 岁）的监护人登记随人转到城南第一网格')
  expect(await relationsOf(child)).toMatchObject([{ relation: { area: at('southFirst') } }])
  // The clerk of the guardian's community sees neither the relation nor the child any more.
  expect(await relationsOf(guardian, north)).toEqual([])
  const left = await registry.act('moveOut', { on: '2025-04-01', persons: [guardian] }, north)
  const lines = words(left)
  expect(lines).toContain('todo 城南第一网格一名居民的监护人老禾已迁出，请落实由谁监护')
  expect(lines.join()).not.toContain('小禾')
  await registry.act('undoChange', { change: left.change }, north)
  await registry.act('moveOut', { on: '2025-05-01', persons: [child] })
  expect(await relationsOf(guardian)).toEqual([])
})
