import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../../core/time/index.ts'
import type { Action } from '../../../platform/server/action/define-action.ts'
import { breakDownByArea } from '../../../platform/server/figures/breakdown.ts'
import { countMetric } from '../../../platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../../../platform/server/figures/read-figure.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { at, createTestOffice, type TestOffice } from '../../../platform/server/testing/test-office.ts'
import { registryMetrics, registryRecords, residents } from '../../registry/index.ts'
import { mergeAreas, splitArea, undoAreaChange } from '../actions/change-areas.ts'
import { fillCommunity } from '../testing/fill-community.ts'

let house: TestOffice
let head: Actor
const metrics = new Map(registryMetrics.map((metric) => [metric.name, metric]))

beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(registryRecords.map((record) => [record.name, record])),
    ledgers: new Map(),
    metrics,
  })
  head = await house.hire('head', at('north'))
  await fillCommunity(house, [at('northFirst'), at('northSecond')])
})
afterAll(() => house.close())

const today = () => house.repository(head).today

/** How many residents each grid of the community has on a day, and all of it. */
const countOn = async (asOf: string) => {
  const repository = house.repository(head)
  const cutoff = cutoffOf(repository, { area: at('north'), asOf })
  const { groups } = await breakDownByArea(repository, house.office.areas, residents, cutoff)
  return {
    whole: await countMetric(repository, residents, cutoff),
    grids: Object.fromEntries(groups.map(({ title, value }) => [title, value ?? 0])),
    // Not by title: chance gives two grids one name.
    parts: groups.reduce((sum, { value }) => sum + (value ?? 0), 0),
  }
}
const run = async (action: Action<never, never> | Action, input: object): Promise<string> =>
  ((await house.run(head, action as Action, input)) as { change: string }).change

it('moves everybody from the day on, shows the old grids before it, and takes it all back', async () => {
  const days = [addDays(today(), -400), addDays(today(), -31), addDays(today(), -10), today()]
  const before = await Promise.all(days.map(countOn))
  const change = await run(mergeAreas, {
    areas: [at('northFirst'), at('northSecond')],
    into: at('northFirst'),
    name: '城北大网格',
    on: days[2],
  })
  const merged = await Promise.all(days.map(countOn))
  expect(merged.map(({ whole }) => whole)).toEqual(before.map(({ whole }) => whole))
  expect(merged.slice(0, 2)).toEqual(before.slice(0, 2))
  expect(merged.slice(2).map(({ grids }) => grids)).toEqual(
    before.slice(2).map(({ whole }) => ({ 城北大网格: whole })),
  )
  await run(undoAreaChange, { change })
  expect(await Promise.all(days.map(countOn))).toEqual(before)
})

it('keeps what a figure said then: knowing only what was known before a merge, the grids are the old ones', async () => {
  const repository = house.repository(head)
  const knownAt = new Date()
  const cutoff = cutoffOf(repository, { area: at('northSecond'), asOf: today() })
  const then = await countMetric(repository, residents, cutoff)
  const change = await run(mergeAreas, {
    areas: [at('northFirst'), at('northSecond')],
    into: at('northFirst'),
    on: addDays(today(), -3),
  })
  expect(await countMetric(repository, residents, cutoff)).toBe(0)
  expect(await countMetric(repository, residents, { ...cutoff, knownAt })).toBe(then)
  await run(undoAreaChange, { change })
})

const oneArea = async () => {
  const { rows } = await house.office.connection.pool.query<{ fault: string }>(`
    select 'person ' || id || ' in no area' as fault from person p
      where not exists (select from area a where a.district = p.district and a.path = p.area)
    union all select 'household ' || p.id || ' apart from its dwelling' from household p
      join dwelling d on d.district = p.district and d.id = p.dwelling where d.area <> p.area
    union all select 'person ' || p.id || ' apart from the household' from person p
      join household d on d.district = p.district and d.id = p.household where d.area <> p.area
    union all select 'agreement ' || p.id || ' apart from its organisation' from agreement p
      join organisation d on d.district = p.district and d.id = p.organisation where d.area <> p.area
    union all select 'facility ' || p.id || ' apart from the shop next to it' from facility p
      join organisation d on d.district = p.district and d.id = p.maintainer where d.area <> p.area
    union all select 'relation ' || p.id || ' apart from its person' from person_relation p
      join person d on d.district = p.district and d.id = p.person where d.area <> p.area
    union all select 'shop ' || p.id || ' apart from the homes above it' from organisation p
      join dwelling d on d.district = p.district and d.estate = p.estate and d.building_number = p.building_number
      where d.area <> p.area
    union all select 'overlapping versions of ' || a.id from (
      select id, version, valid_from, valid_to from person
      union all select id, version, valid_from, valid_to from person_past
        where superseded_at is null and valid_to > valid_from) a
      join (select id, version, valid_from, valid_to from person
      union all select id, version, valid_from, valid_to from person_past
        where superseded_at is null and valid_to > valid_from) b
      on a.id = b.id and a.version < b.version
      and a.valid_from < coalesce(b.valid_to, 'infinity') and b.valid_from < coalesce(a.valid_to, 'infinity')`)
  return rows.map(({ fault }) => fault)
}

it('whatever is merged, split and taken back, everybody has one area and the parts add up on any day', async () => {
  const done: string[] = []
  let carriedOut = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.constantFrom('merge', 'split', 'undo', 'undo'), fc.nat(), fc.nat(), fc.nat({ max: 40 })),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      fc.array(fc.nat({ max: 420 }), { minLength: 2, maxLength: 4 }),
      async (steps, ago) => {
        const days = [...ago, 0].map((n) => addDays(today(), -n))
        const wholes = (await Promise.all(days.map(countOn))).map(({ whole }) => whole)
        for (const [kind, first, second, back] of steps) {
          const grids = house.office.areas.children(at('north'))
          const one = grids[first % grids.length]!.path
          const other = grids[second % grids.length]!.path
          const on = addDays(today(), -back)
          if (kind === 'undo') {
            const change = done.pop()
            if (change) await run(undoAreaChange, { change })
          } else if (kind === 'merge' && one !== other) {
            const change = await attempt(() => run(mergeAreas, { areas: [one, other], into: one, on }))
            if (change) {
              done.push(change)
              carriedOut += 1
            }
          } else if (kind === 'split') {
            const change = await attempt(async () =>
              run(splitArea, { area: one, parts: await halve(one, second), on }),
            )
            if (change) {
              done.push(change)
              carriedOut += 1
            }
          }
          expect(await oneArea()).toEqual([])
        }
        const after = await Promise.all(days.map(countOn))
        expect(after.map(({ whole }) => whole)).toEqual(wholes)
        for (const { whole, parts } of after) expect(parts).toBe(whole)
      },
    ),
    { numRuns: 25 },
  )
  expect(carriedOut).toBeGreaterThan(10)
}, 240_000)

/** Undefined where the change is refused, as one dated before an earlier one is. */
const attempt = async (work: () => Promise<string>): Promise<string | undefined> => {
  try {
    return await work()
  } catch (error) {
    expect((error as { code?: string }).code).toBe('field.invalid')
    return undefined
  }
}

const halve = async (area: string, seed: number) => {
  const { rows } = await house.office.connection.pool.query<{ estate: string; number: string }>(
    `select distinct estate, building_number as number from dwelling where starts_with(area, $1) order by 1, 2`,
    [area],
  )
  return [{ name: `新网格${seed % 100}号`, buildings: rows.filter((_, index) => (index + seed) % 2 === 0) }]
}

it('is for those who manage the area above, and for days that were', async () => {
  const codeOf = async (actor: Actor, input: object) =>
    house.run(actor, mergeAreas as Action, input).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
  const both = { areas: [at('southFirst'), at('southSecond')], into: at('southFirst'), on: today() }
  const south = await house.hire('head', at('south'))
  expect(await codeOf(head, both)).toBe('area.not_found')
  expect(await codeOf(await house.hire('clerk', at('south')), both)).toBe('right.missing')
  expect(await codeOf(south, { ...both, on: addDays(today(), 1) })).toBe('field.invalid')
  expect(await codeOf(south, { ...both, into: at('northFirst') })).toBe('field.invalid')
  const communities = { areas: [at('north'), at('south')], into: at('south'), on: today() }
  expect(await codeOf(south, communities)).toBe('area.not_found')
  const officer = await house.hire('officer', at('subdistrict'))
  // In the south, since chance has merged and split the grids of the north by now.
  expect(
    await codeOf(officer, { ...communities, areas: [at('south'), at('southFirst')], into: at('south') }),
  ).toBe('field.invalid')
})

it('merges communities with their grids, whose posts go on under the new codes', async () => {
  const officer = await house.hire('officer', at('subdistrict'))
  const worker = await house.hire('gridWorker', at('southSecond'))
  const { change } = (await house.run(officer, mergeAreas as Action, {
    areas: [at('north'), at('south')],
    into: at('north'),
    on: today(),
  })) as { change: string }
  const names = house.office.areas.children(at('north')).map(({ name }) => name)
  expect(names).toContain('城南第二网格')
  expect(house.office.areas.find(at('south'))).toBeUndefined()
  expect(house.office.areas.find(at('south'), addDays(today(), -1))?.name).toBe('城南社区')
  const posts = async () =>
    (
      await house.office.connection.pool.query<{ area: string }>(
        'select area from post where staff = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)',
        [worker.id, today()],
      )
    ).rows.map(({ area }) => house.office.areas.nameOf(area))
  expect(await posts()).toEqual(['城南第二网格'])
  await house.run(officer, undoAreaChange as Action, { change })
  expect(await posts()).toEqual(['城南第二网格'])
  expect(house.office.areas.find(at('southSecond'))?.name).toBe('城南第二网格')
})
