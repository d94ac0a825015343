import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addDays } from '../../../core/time/index.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { reckonClocks } from '../actions/reckon-clocks.ts'
import { runClocks } from '../actions/run-clocks.ts'
import { replay } from '../life/apply-step.ts'
import { getMatter, listSteps, stepOf } from '../storage/matter.ts'
import { createMattersOffice, takeAction } from '../testing/matters-office.ts'
import { readStory } from '../views/matter-story.ts'
import { dueAfter, endOfDay, type Limit } from './limit.ts'

let house: TestOffice
let clerk: Actor
let head: Actor
const zone = 'Asia/Shanghai'
const day = 86_400_000

const act = (actor: Actor, name: string, input: unknown) =>
  takeAction<{ id: string }>(house, actor, name, input)
const record = (of: string) =>
  act(clerk, 'recordMatter', {
    area: at('northFirst'),
    content: '问一下材料怎么交',
    category: 'other',
    class: of,
    channel: 'phone',
  })
const story = (id: string) => readStory(house.repository(clerk), id, zone)
const step = async (actor: Actor, name: string, id: string, input: object = {}) =>
  act(actor, name, { id, seen: (await story(id)).seen, ...input })

/** The calendar of that January as it was published: three holidays, whatever the weekday. */
const published = (from: Date, limit: Limit, of: string) => {
  const { at: guess } = dueAfter(from, limit, of)
  if (!('workingDays' in limit)) return { at: guess, assumed: false }
  const last = new Date(guess.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return { at: last < '2099' ? guess : endOfDay(addDays(last, 3), of), assumed: false }
}

/** The last working day of a year that nobody knows the holidays after. */
const lastDay = new Date('2098-12-31T02:00:00Z')
const now = (days: number) => new Date(lastDay.getTime() + days * day)

beforeAll(async () => {
  house = await createMattersOffice()
  clerk = await house.hire('clerk', at('north'))
  head = await house.hire('head', at('subdistrict'))
})
afterAll(() => house.close())
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: lastDay }))
afterEach(() => void vi.useRealTimers())

it('sets what was assumed anew once the holidays are published, and only once', async () => {
  const { id } = await record('consultation')
  const days = await record('general')
  const before = await story(id)
  expect(before.assumed).toBe(true)
  // Nothing is known yet.
  expect(await reckonClocks(house.office, now(0.1))).toBe(0)
  const counts = await Promise.all([1, 2, 3].map(() => reckonClocks(house.office, now(0.2), published)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  const after = await story(id)
  expect(after.assumed).toBe(false)
  expect(Date.parse(after.finishBy) - Date.parse(before.finishBy)).toBe(3 * day)
  expect(after.steps.map(({ kind }) => kind)).toEqual(['receive', 'reckon'])
  expect(after.steps.at(-1)).toMatchObject({
    title: '放假安排公布，期限重算',
    facts: [{ title: '办结期限' }],
  })
  expect((await story(days.id)).steps).toHaveLength(1)
  const { facts } = await getMatter(house.repository(clerk), id, { bodies: 'all' })
  expect(replay((await listSteps(house.repository(clerk), id)).map(stepOf))).toEqual(facts)
})

it('keeps what was granted, and warns and acts by the new end', async () => {
  const { id } = await record('consultation')
  await step(clerk, 'askExtension', id, { text: '要等上级答复', days: 5 })
  await step(head, 'decideRequest', id, { granted: true })
  const granted = Date.parse((await story(id)).finishBy)
  await reckonClocks(house.office, now(0.2), published)
  const end = Date.parse((await story(id)).finishBy)
  expect(end - granted).toBe(3 * day)
  await runClocks(house.office, new Date(end - 1000))
  expect((await story(id)).matter.overdue).toBe(false)
  await runClocks(house.office, new Date(end + 1000))
  expect((await story(id)).matter.overdue).toBe(true)
  expect((await story(id)).steps.filter(({ kind }) => kind === 'expire')).toHaveLength(1)
})

it('sets the time to accept and to call back anew, though the time to finish was never assumed', async () => {
  const handed = await record('general')
  await step(clerk, 'dispatchMatter', handed.id, { to: `area:${at('northFirst')}`, text: '请看看' })
  const answered = await record('general')
  await step(clerk, 'answerMatter', answered.id, { text: '已经办好' })
  const { acceptBy } = await story(handed.id)
  const callbackBy = async () => {
    const { facts } = await getMatter(house.repository(clerk), answered.id, { bodies: 'all' })
    return Date.parse(facts.callbackBy!)
  }
  const called = await callbackBy()
  expect(await reckonClocks(house.office, now(0.2), published)).toBe(2)
  expect(Date.parse((await story(handed.id)).acceptBy!) - Date.parse(acceptBy!)).toBe(3 * day)
  expect((await callbackBy()) - called).toBe(3 * day)
})

it('makes nobody late by a calendar that came afterwards, and takes lateness back where there was none', async () => {
  const early = await record('consultation')
  const sooner = (from: Date, limit: Limit, of: string) => ({
    at: new Date(dueAfter(from, limit, of).at.getTime() - 9 * day),
    assumed: false,
  })
  await reckonClocks(house.office, now(0.5), sooner)
  expect(Date.parse((await story(early.id)).finishBy)).toBe(now(0.5).getTime() + 3_600_000)

  const late = await record('consultation')
  const { finishBy } = await story(late.id)
  const over = new Date(Date.parse(finishBy) + 1000)
  await runClocks(house.office, over)
  expect((await story(late.id)).matter.overdue).toBe(true)
  await reckonClocks(house.office, over, published)
  expect((await story(late.id)).matter.overdue).toBe(false)
})
