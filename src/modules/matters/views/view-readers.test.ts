import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { getBoard, getBodyLoads, getMatterMap } from '../contract-views.ts'
import { askReader } from '../testing/ask-reader.ts'
import { createMattersOffice, takeAction } from '../testing/matters-office.ts'

let house: TestOffice
let clerk: Actor
let stranger: Actor

const act = (actor: Actor, name: string, input: unknown) =>
  takeAction<{ id: string }>(house, actor, name, input)
const ask = <Route extends Parameters<typeof askReader>[2]>(actor: Actor, route: Route, query: object = {}) =>
  askReader(house, actor, route, query)

beforeAll(async () => {
  house = await createMattersOffice()
  clerk = await house.hire('clerk', at('north'))
  stranger = await house.hire('clerk', at('south'))
  const record = (area: string, longitude: number | null) =>
    act(clerk, 'recordMatter', {
      area,
      content: '路灯不亮，晚上看不见路。',
      category: 'light',
      channel: 'phone',
      longitude,
      latitude: longitude === null ? null : 39.9,
    })
  await record(at('northFirst'), 116.4)
  await record(at('northFirst'), 116.4001)
  await record(at('northSecond'), 116.5)
  const { id } = await record(at('northSecond'), null)
  await act(clerk, 'dispatchMatter', { id, seen: 1, to: `area:${at('northSecond')}`, text: '请看看' })
})
afterAll(() => house.close())

it('puts open matters into columns by state', async () => {
  const { columns } = await ask(clerk, getBoard, { view: 'area' })
  expect(columns.filter(({ count }) => count > 0).map(({ state, count }) => [state, count])).toEqual([
    ['assigned', 1],
    ['handling', 3],
  ])
  for (const { count, rows } of columns) expect(rows).toHaveLength(count)
})

it('draws near matters as one, counts each area, and says how many have no place', async () => {
  const { clusters, areas, unplaced } = await ask(clerk, getMatterMap, { area: at('north'), cell: 0.01 })
  expect(clusters.map(({ count, id }) => [count, id !== null])).toEqual([
    [2, false],
    [1, true],
  ])
  expect(areas.map(({ path, count }) => [path, count]).sort()).toEqual([
    [at('northFirst'), 2],
    [at('northSecond'), 2],
  ])
  expect(unplaced).toBe(1)
})

it('tells each body what lies before it', async () => {
  const { rows } = await ask(clerk, getBodyLoads)
  expect(rows.map(({ body, owned, pending }) => [body.title, owned, pending])).toEqual([
    ['城北社区', 4, 0],
    ['城北第二网格', 0, 1],
  ])
})

it('shows nothing of it to others', async () => {
  expect((await ask(stranger, getBoard, { view: 'area' })).columns.every(({ count }) => count === 0)).toBe(
    true,
  )
  expect(await ask(stranger, getMatterMap)).toEqual({ clusters: [], areas: [], unplaced: 0 })
  expect(await ask(stranger, getBodyLoads)).toEqual({ rows: [] })
})
