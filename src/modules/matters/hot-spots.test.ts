import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../core/time/index.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import type { MatterStory } from './contract.ts'
import { prepareMatter } from './contract.ts'
import { getHotSpots } from './contract-hot-spots.ts'
import { getMatter } from './storage/matter.ts'
import { askReader } from './testing/ask-reader.ts'
import { createMattersOffice, takeAction } from './testing/matters-office.ts'
import { readStory } from './views/matter-story.ts'

let house: TestOffice
let grid: Actor
let clerk: Actor
let other: Actor
let officer: Actor
let stranger: Actor

const act = (actor: Actor, name: string, input: unknown) =>
  takeAction<{ id: string; number: string }>(house, actor, name, input)
const ask = <Route extends Parameters<typeof askReader>[2]>(actor: Actor, route: Route, query: object = {}) =>
  askReader(house, actor, route, query)
const story = (actor: Actor, id: string): Promise<MatterStory> =>
  readStory(house.repository(actor), id, 'Asia/Shanghai')
const step = async (actor: Actor, name: string, id: string, input: object = {}) => {
  const { seq } = await getMatter(house.repository(officer), id, { bodies: 'all' })
  return act(actor, name, { id, seen: seq, ...input })
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

/** Each written in another way, in another grid of the community: one building all the same. */
const record = (place: string, more: object = {}) =>
  act(clerk, 'recordMatter', {
    area: at('northFirst'),
    content: '电梯又停了，老人下不了楼。',
    category: 'lift',
    channel: 'phone',
    place,
    ...more,
  })
const spotsOf = async (actor: Actor, query: object = {}) => (await ask(actor, getHotSpots, query)).spots
const today = () => house.repository(clerk).today
const task = (spot: { area: string; category: string; spot: string; matters: { id: string }[] }) => ({
  area: spot.area,
  category: spot.category,
  spot: spot.spot,
  matters: spot.matters.map(({ id }) => id),
  title: '和平里3号楼电梯反复停运',
  text: '请专业机构评估，更换主板，明确维保责任。',
  dueOn: addDays(today(), 60),
})
/** Answered and found solved by somebody who did not handle it. */
const finish = async (id: string) => {
  await step(clerk, 'answerMatter', id, { text: '修好了' })
  await step(other, 'recordCallback', id, { reached: true, solved: true, satisfaction: 'satisfied' })
}
/** As if it had been received so many days ago. */
const age = (id: string, days: number) =>
  house.office.connection.db.executeQuery(
    sql`update matter set received_on = received_on - ${days}::int where id = ${id}`.compile(
      house.office.connection.db,
    ),
  )

beforeAll(async () => {
  house = await createMattersOffice()
  grid = await house.hire('gridWorker', at('northFirst'))
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('north'))
  officer = await house.hire('officer', at('subdistrict'))
  stranger = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())

describe('what keeps coming', () => {
  it('is found by place and category, open or closed, however the place was written', async () => {
    const first = await record('和平里小区 3 号楼２单元')
    await finish(first.id)
    await record('和平里小区3栋', { area: at('northSecond') })
    expect(await spotsOf(clerk)).toEqual([])
    const third = await record('和平里小区3#楼电梯')
    // Other kinds, other places, and what was merged or taken back do not count.
    await record('和平里小区3号楼', { category: 'light', content: '楼道灯不亮' })
    await record('和平里小区13号楼')
    await step(clerk, 'mergeMatter', (await record('和平里小区3号楼')).id, { into: third.id })
    await step(clerk, 'withdrawMatter', (await record('和平里小区3号楼')).id, { text: '说错了' })
    const [spot, ...more] = await spotsOf(clerk)
    expect(more).toEqual([])
    expect(spot).toMatchObject({
      area: at('north'),
      areaName: '城北社区',
      category: 'lift',
      place: '和平里小区3号楼',
      count: 3,
      firstOn: today(),
      mayDecide: true,
    })
    expect(spot?.matters.map(({ id }) => id)).toContain(first.id)
    expect(spot?.matters.filter(({ state }) => state === 'closed')).toHaveLength(1)
  })

  it('counts one that was closed and taken up again once, and only those of the period', async () => {
    const ids = [await record('南门电梯'), await record('南门电梯'), await record('南门电梯')].map(
      ({ id }) => id,
    )
    await finish(ids[0]!)
    await step(other, 'reopenMatter', ids[0]!, { text: '又停了' })
    const south = async (query: object = {}) =>
      (await spotsOf(clerk, query)).find(({ place }) => place === '南门电梯')
    expect(await south()).toMatchObject({ count: 3 })
    await age(ids[1]!, 40)
    expect(await south({ days: 30 })).toBeUndefined()
    expect(await south({ days: 90 })).toMatchObject({ count: 3, firstOn: addDays(today(), -40) })
    expect(await south({ days: 30, least: 2 })).toMatchObject({ count: 2 })
  })

  it('is told by the map where no words say the place', async () => {
    for (const shift of [0, 0.0001, 0.0002])
      await record('', {
        category: 'road',
        content: '路面塌了',
        longitude: 113.6501 + shift,
        latitude: 34.7501,
      })
    expect(await spotsOf(clerk, { category: 'road' })).toMatchObject([{ count: 3, place: '' }])
  })

  it('is shown only to who may see the matters, and decided only by who dispatches there', async () => {
    expect(await spotsOf(stranger)).toEqual([])
    expect((await spotsOf(officer)).length).toBeGreaterThan(0)
    const [spot] = await spotsOf(grid)
    expect(spot).toMatchObject({ mayDecide: false })
    expect(await code(act(grid, 'openLasting', task(spot!)))).toBe('right.missing')
    expect(await code(act(stranger, 'openLasting', task(spot!)))).toBe('right.missing')
    expect(await code(act(stranger, 'dismissHotSpot', { ...task(spot!), reason: '无关' }))).toBe(
      'right.missing',
    )
  })
})

describe('a lasting task', () => {
  it('is opened by a person, once, with owner, due date and the matters that it follows from', async () => {
    const spot = (await spotsOf(clerk)).find(({ spot: name }) => name === '和平里小区3号楼')!
    expect(await code(act(clerk, 'openLasting', { ...task(spot), dueOn: today() }))).toBe('field.invalid')
    const both = await Promise.allSettled([
      act(clerk, 'openLasting', task(spot)),
      act(other, 'openLasting', task(spot)),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { tasks, spots } = await ask(clerk, getHotSpots)
    expect(spots.map(({ spot: name }) => name)).not.toContain('和平里小区3号楼')
    expect(tasks).toMatchObject([
      {
        title: '和平里3号楼电梯反复停运',
        since: today(),
        dueOn: addDays(today(), 60),
        ownerTitle: '城北社区',
      },
    ])
    const told = await story(clerk, tasks[0]!.id)
    expect(told).toMatchObject({ channel: '重复问题治理', matter: { state: 'handling' }, lasting: null })
    expect(told.links.filter(({ kind }) => kind === 'lastingFrom')).toHaveLength(3)
    expect(told.content).toContain('电梯类诉求 3 件')
    expect((await story(clerk, spot.matters[0]!.id)).links.map(({ kind }) => kind)).toContain('lasting')
  })

  it('is shown where a new matter of the kind is taken in, and counts it', async () => {
    const hint = (area: string, place: string) =>
      ask(clerk, prepareMatter, { content: '电梯又坏了', place, area }).then(({ lasting }) => lasting)
    expect(await hint(at('northSecond'), '和平里小区3号楼1单元')).toMatchObject([
      { title: '和平里3号楼电梯反复停运', category: 'lift', since: today() },
    ])
    expect(await hint(at('north'), '和平里小区5号楼')).toEqual([])
    const { id } = await record('和平里小区3号楼')
    expect((await story(clerk, id)).lasting).toMatchObject({ title: '和平里3号楼电梯反复停运' })
    expect((await ask(clerk, getHotSpots)).tasks).toMatchObject([{ countSince: 1 }])
    expect((await ask(stranger, getHotSpots)).tasks).toEqual([])
  })

  it('ends like any matter, with the callback by another; what comes the day after counts anew', async () => {
    const [{ id } = { id: '' }] = (await ask(clerk, getHotSpots)).tasks
    await finish(id)
    expect((await story(clerk, id)).steps.map(({ kind }) => kind)).toEqual(['receive', 'answer', 'callback'])
    expect((await ask(clerk, getHotSpots)).tasks).toEqual([])
    const again = async () => (await spotsOf(clerk)).find(({ spot }) => spot === '和平里小区3号楼')
    for (let n = 0; n < 3; n++) await record('和平里小区3号楼')
    expect(await again()).toBeUndefined()
    // As if it had been closed the day before.
    await sql`update matter_past set closed_on = closed_on - 1 where id = ${id}`.execute(
      house.office.connection.db,
    )
    expect(await again()).toMatchObject({ count: 7 })
  })
})

describe('a hot spot that is left as it is', () => {
  it('says why and by whom, until somebody proposes it again', async () => {
    const spot = (await spotsOf(clerk, { least: 2, days: 30 })).find(({ place }) => place === '南门电梯')!
    const { matters, area, category, spot: name } = spot
    const input = { area, category, spot: name, matters: matters.map(({ id }) => id), reason: '正在整体更换' }
    expect(await code(act(clerk, 'dismissHotSpot', { ...input, reason: '' }))).toBe('request.invalid')
    await act(clerk, 'dismissHotSpot', input)
    const after = await ask(officer, getHotSpots)
    expect(after.spots.map(({ place }) => place)).not.toContain('南门电梯')
    expect(after.dismissed).toMatchObject([
      { place: '南门电梯', count: 2, reason: '正在整体更换', on: today() },
    ])
    expect(after.dismissed[0]!.by).toBe(clerk.name)
    expect(await code(act(stranger, 'proposeAgain', { id: after.dismissed[0]!.id }))).toBe('record.not_found')
    await act(clerk, 'proposeAgain', { id: after.dismissed[0]!.id })
    expect((await spotsOf(clerk)).map(({ place }) => place)).toContain('南门电梯')
  })

  it('is not decided of matters that lie elsewhere by now', async () => {
    const spot = (await spotsOf(clerk)).find(({ place }) => place === '南门电梯')!
    await step(clerk, 'reclassifyMatter', spot.matters[0]!.id, {
      category: 'light',
      class: 'general',
      text: '看错了',
    })
    expect(await code(act(clerk, 'openLasting', task(spot)))).toBe('record.stale')
  })
})
