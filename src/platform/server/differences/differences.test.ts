import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sex } from '../../../core/code/index.ts'
import {
  code,
  date,
  decimal,
  defineLedger,
  defineMetric,
  defineRecord,
  flag,
  reference,
  text,
} from '../../../core/definition/index.ts'
import { addDays } from '../../../core/time/index.ts'
import { Problem } from '../../contract/problem.ts'
import { measure } from '../figures/evaluate-metric.ts'
import { cutoffOf } from '../figures/read-figure.ts'
import { newId } from '../new-id.ts'
import { repositoryFor } from '../office.ts'
import type { Actor } from '../permission/actor.ts'
import type { Repository } from '../repository/repository.ts'
import { undoLatest } from '../repository/undo.ts'
import { changeRecord, endRecord, insertRecord, lockRecord, valuesOf } from '../repository/write.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'
import type { Span } from './difference-query.ts'
import { listDifference } from './list-difference.ts'
import { readDifference } from './read-difference.ts'

const person = defineRecord({
  name: 'person',
  title: '居民',
  unit: '人',
  table: 'person',
  fields: {
    name: { type: text({ max: 50 }), title: '姓名', required: true, search: ['name'] },
    sex: { type: code(sex), title: '性别' },
    birthDate: { type: date, title: '出生日期' },
    household: { type: reference('household'), title: '住户' },
  },
})
const care = defineLedger({
  name: 'care',
  title: '照护台账',
  unit: '人',
  of: person,
  fields: {
    isHeavy: { type: flag, title: '重度' },
    hours: { type: decimal({ decimals: 2 }), title: '时长' },
  },
})
const count = (input: Partial<Parameters<typeof defineMetric>[0]> & { count: typeof person | typeof care }) =>
  defineMetric({ name: 'm', title: '某数', unit: '人', description: '测试', ...input })
const metrics = {
  people: count({ count: person }),
  elders: count({ count: person, where: 'age >= 60' }),
  households: count({ count: person, distinct: 'household' }),
  entries: count({ count: care }),
  heavyElders: count({ count: care, where: 'isHeavy == true && person.age >= 60' }),
  hours: count({ count: care, sum: 'hours' }),
}

let house: TestOffice
let clerk: Actor
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map([['person', person]]),
    ledgers: new Map([['care', care]]),
    metrics: new Map(),
  })
  clerk = await house.hire('head', at('subdistrict'))
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['person', 'person_past', 'ledger_entry', 'ledger_entry_past'])
    await house.office.connection.db.deleteFrom(table).execute()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const begin = '2025-01-01'
/** Noon of a day in the office's zone: all that is written now is recorded then. */
const live = (day: string) => vi.setSystemTime(new Date(`${day}T04:00:00Z`))
const endOf = (day: string) => new Date(`${addDays(day, 1)}T00:00:00+08:00`).getTime() - 1
const repository = (command: string = newId()): Repository =>
  repositoryFor(house.office, clerk, { db: house.office.connection.db, command })

const register = (
  id: string,
  on: string,
  { area = at('northFirst'), birthDate = '1950-01-01', household = undefined as string | undefined } = {},
) =>
  insertRecord(repository(), person, {
    id,
    area,
    on,
    values: { name: '某人', sex: '1', birthDate, household },
  })
const enter = (id: string, subject: string, on: string, values: object = {}, area = at('northFirst')) =>
  insertRecord(repository(), care, { id, area, subject, on, values: { isHeavy: true, hours: 2, ...values } })
const alter = async (
  definition: typeof person | typeof care,
  id: string,
  to: { on: string; mode?: 'change' | 'correction'; area?: string; values?: object },
) => {
  const old = await lockRecord(repository(), definition, id)
  const values = { ...valuesOf(repository(), definition, old), ...to.values }
  return changeRecord(repository(), definition, old, { mode: 'change', ...to, values })
}
const end = async (
  definition: typeof person | typeof care,
  id: string,
  on: string,
  cause: Parameters<typeof endRecord>[3]['cause'],
) => {
  const write = repository()
  await endRecord(write, definition, await lockRecord(write, definition, id), { on, cause })
}

const span = (since: string, asOf: string, area?: string): Span => ({
  since,
  asOf,
  area,
  knownThen: new Date(endOf(since)),
})
const explain = async (metric: keyof typeof metrics, since: string, asOf: string, area?: string) => {
  const told = await readDifference(repository(), metrics[metric], span(since, asOf, area))
  return {
    ...told,
    causes: Object.fromEntries(told.causes.map(({ code, amount }) => [code, amount])),
  }
}

describe('tells why a number changed', () => {
  it('born, moved in, died, moved away, moved within', async () => {
    live('2025-01-10')
    const [stays, dies, leaves, moves] = [newId(), newId(), newId(), newId()]
    for (const id of [stays, dies, leaves, moves]) await register(id, begin)
    live('2025-02-10')
    await register(newId(), '2025-02-05', { birthDate: '2025-02-03' })
    await register(newId(), '2025-02-05')
    await end(person, dies, '2025-02-06', 'died')
    await end(person, leaves, '2025-02-07', 'moved')
    await alter(person, moves, { on: '2025-02-08', area: at('southFirst') })
    expect(await explain('people', '2025-01-31', '2025-02-10', at('north'))).toEqual({
      start: 4,
      end: 3,
      causes: { 'born+': 1, 'entered+': 1, 'ended.died-': -1, 'ended.moved-': -1, 'within-': -1 },
    })
    expect((await explain('people', '2025-01-31', '2025-02-10', at('south'))).causes).toEqual({
      'within+': 1,
    })
    expect((await explain('people', '2025-01-31', '2025-02-10')).causes).not.toHaveProperty('within-')
  })

  it('tells what was learned later about earlier from what happened since', async () => {
    live('2025-01-10')
    const [dies, younger] = [newId(), newId()]
    await register(dies, begin)
    await register(younger, begin)
    live('2025-02-10')
    await end(person, dies, '2025-01-20', 'died')
    await alter(person, younger, { on: begin, mode: 'correction', values: { birthDate: '1990-01-01' } })
    await register(newId(), '2025-01-15')
    expect(await explain('elders', '2025-01-31', '2025-02-10')).toEqual({
      start: 2,
      end: 1,
      causes: { 'late+': 1, 'lateEnd-': -1, 'corrected-': -1 },
    })
  })

  it('who came of age by the date alone, whose case changed, and who left through the subject', async () => {
    live('2025-01-10')
    const [ages, changes, dies] = [newId(), newId(), newId()]
    await register(ages, begin, { birthDate: '1965-02-05' })
    await register(changes, begin)
    await register(dies, begin)
    const entry = newId()
    await enter(newId(), ages, begin)
    await enter(entry, changes, begin)
    await enter(newId(), dies, begin)
    live('2025-02-10')
    await alter(care, entry, { on: '2025-02-01', values: { isHeavy: false } })
    await end(person, dies, '2025-02-06', 'died')
    expect(await explain('heavyElders', '2025-01-31', '2025-02-10')).toEqual({
      start: 2,
      end: 1,
      causes: { 'aged+': 1, 'reclassified-': -1, 'ended.died-': -1 },
    })
  })

  it('shows the people with what changed, and nothing that lies outside one’s area', async () => {
    live('2025-01-10')
    const [subject, moves] = [newId(), newId()]
    const entry = newId()
    await register(subject, begin)
    await register(moves, begin)
    await enter(entry, subject, begin)
    live('2025-02-10')
    await alter(care, entry, { on: '2025-02-01', values: { isHeavy: false } })
    await alter(person, moves, { on: '2025-02-08', area: at('southFirst') })
    const whole = span('2025-01-31', '2025-02-10')
    expect(
      await listDifference(repository(), metrics.heavyElders, whole, { cause: 'reclassified-', limit: 10 }),
    ).toMatchObject({
      rows: [{ record: { id: entry }, amount: -1, on: '2025-02-01', changes: ['重度：是 → 否'] }],
      next: null,
    })
    const northClerk = await house.hire('clerk', at('north'))
    const north = repositoryFor(house.office, northClerk)
    const { rows } = await listDifference(north, metrics.people, whole, { cause: 'within-', limit: 10 })
    expect(rows.map(({ record }) => record.area)).toEqual([at('northFirst')])
    expect(JSON.stringify(rows)).not.toContain(at('south'))
  })
})

const day = fc.integer({ min: 0, max: 90 })
const step = fc.record({
  kind: fc.constantFrom(
    'register',
    'register',
    'enter',
    'alterPerson',
    'movePerson',
    'alterEntry',
    'endPerson',
    'endEntry',
    'undoPerson',
    'undoEntry',
  ),
  which: fc.nat({ max: 5 }),
  passed: fc.integer({ min: 0, max: 12 }),
  back: fc.integer({ min: 0, max: 25 }),
  mode: fc.constantFrom('change' as const, 'correction' as const),
  area: fc.constantFrom(at('northFirst'), at('northSecond'), at('southFirst')),
  birthDate: fc.constantFrom('1964-12-20', '1965-01-20', '1965-02-20', '1990-01-01', '2025-01-15'),
  cause: fc.constantFrom('moved' as const, 'died' as const, 'mistaken' as const, 'reclassified' as const),
  hours: fc.integer({ min: 0, max: 900 }).map((hundredths) => hundredths / 100),
  isHeavy: fc.boolean(),
})

/** Plays steps; what the house refuses (nobody there, a date before its time) is left out, as in life. */
const play = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
  const people = Array.from({ length: 6 }, () => newId())
  const entries = Array.from({ length: 6 }, () => newId())
  const households = [newId(), newId()]
  let today = begin
  for (const { kind, which, passed, back, mode, area, birthDate, cause, hours, isHeavy } of steps) {
    today = addDays(today, passed)
    live(today)
    const on = addDays(today, -back)
    const values = { birthDate, household: households[which % 2] }
    const [one, entry] = [people[which]!, entries[which]!]
    const acts: Record<typeof kind, () => Promise<unknown>> = {
      register: () => register(one, on, { area, ...values }),
      enter: () => enter(entry, one, on, { hours, isHeavy }, area),
      alterPerson: () => alter(person, one, { on, mode, values }),
      movePerson: () => alter(person, one, { on, area }),
      alterEntry: () => alter(care, entry, { on, mode, values: { hours, isHeavy } }),
      endPerson: () => end(person, one, on, cause),
      endEntry: () => end(care, entry, on, cause),
      undoPerson: async () => {
        const { version } = await lockRecord(repository(), person, one)
        await undoLatest(repository(), person, one, version)
      },
      undoEntry: async () => {
        const { version } = await lockRecord(repository(), care, entry)
        await undoLatest(repository(), care, entry, version)
      },
    }
    await acts[kind]().catch((error: unknown) => {
      const duplicate = (error as { code?: string }).code === '23505'
      if (!(error instanceof Problem) && !duplicate) throw error
    })
  }
  live(addDays(today, 20))
  return addDays(today, 20)
}

it('adds up exactly, whatever happened, between any two days, for counts, sums and distinct counts', async () => {
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        day,
        day,
        fc.constantFrom(undefined, at('north'), at('northFirst'), at('south')),
        async (steps, one, other, area) => {
          const today = await play(steps)
          const since = addDays(begin, Math.min(one, other))
          const asOf = [addDays(begin, Math.max(one, other) + 1), today].toSorted()[0]!
          if (since >= asOf) return
          for (const metric of Object.values(metrics)) {
            const at = span(since, asOf, area)
            const { start, end, causes } = await readDifference(repository(), metric, at)
            const then = cutoffOf(repository(), { area, asOf: since, knownAt: at.knownThen })
            expect(start).toBe((await measure(repository(), metric, then)).value)
            expect(end).toBe(
              (await measure(repository(), metric, cutoffOf(repository(), { area, asOf }))).value,
            )
            expect(start + causes.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(end, 6)
            for (const cause of causes) {
              const { rows } = await listDifference(repository(), metric, at, {
                cause: cause.code,
                limit: 200,
              })
              expect(rows).toHaveLength(cause.records)
              expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(cause.amount, 6)
            }
          }
        },
      )
      .beforeEach(async () => {
        for (const table of ['person', 'person_past', 'ledger_entry', 'ledger_entry_past'])
          await house.office.connection.db.deleteFrom(table).execute()
      }),
    { numRuns: 40 },
  )
}, 120_000)
