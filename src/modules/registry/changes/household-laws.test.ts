import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { listRows } from '../../../platform/server/repository/list.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { household, person } from '../definition.ts'
import { personRelation } from '../definitions/person-relation.ts'
import { householdServer } from '../household-server.ts'
import { openRegistryHouse, type RegistryHouse } from '../testing/registry-house.ts'

let registry: RegistryHouse
beforeAll(async () => {
  registry = await openRegistryHouse(householdServer([]))
  const on = addDays(today(), -450)
  for (const [index, grid] of [...grids, 'northFirst' as const].entries()) {
    const values = (sex: string, birthDate: string) => ({ name: `住户${index}人${sex}`, sex, birthDate })
    const head = await registry.act('moveIn', { on, area: at(grid), values: values('2', '1970-01-01') })
    const { household } = head
    await registry.act('moveIn', { on, household, relation: '11', values: values('1', '1968-01-01') })
    await registry.act('moveIn', { on, household, relation: '30', values: values('2', '1995-01-01') })
  }
  // Everybody has a guardian or a carer in another household.
  const repository = registry.house.repository(registry.clerk)
  const everybody = (await listRows(repository, person, { limit: 50 })).rows.map(({ row }) => row.id)
  for (const [index, of] of everybody.entries())
    await registry.act('registerRecord', {
      definition: 'personRelation',
      of,
      on,
      values: { kind: index % 2 === 0 ? '1' : '2', relative: everybody[(index + 4) % everybody.length] },
    })
}, 60_000)
afterAll(() => registry.close())

const today = () => registry.house.repository(registry.clerk).today
const grids = ['northFirst', 'northSecond', 'southFirst'] as const

/** Everything that stands on a day, as anybody would list it. */
const stateAt = async (day: string) => {
  const repository = registry.house.repository(registry.clerk)
  const list = async (definition: typeof person) =>
    (await listRows(repository, definition, { asOf: day, limit: 10_000 })).rows.map(({ row }) => row)
  const text = (row: Record<string, unknown>, keys: string[]) => keys.map((key) => String(row[key])).join(' ')
  const persons = await list(person)
  const homes = await list(household)
  const relations = await list(personRelation)
  return {
    persons,
    homes,
    told: [
      ...persons.map((row) =>
        text(row, ['id', 'area', 'household', 'relation_to_head', 'marital_status', 'id_number']),
      ),
      ...homes.map((row) => text(row, ['id', 'area', 'head', 'number'])),
      ...relations.map((row) => text(row, ['id', 'area', 'kind', 'person', 'relative', 'name'])),
    ].sort(),
  }
}

/** What is tried: which action, on whom, when; numbers choose among what stands. */
interface Attempt {
  kind: number
  who: number
  other: number
  back: number
  grid: number
}

const relationsOf = (members: readonly { id: string }[]) =>
  Object.fromEntries(members.map(({ id }) => [id, '97']))

let born = 0
const newcomer = (attempt: Attempt) => ({
  name: `新人${++born}`,
  sex: attempt.who % 2 === 0 ? '1' : '2',
  birthDate: '1980-05-06',
})

const makeInput = (
  attempt: Attempt,
  { persons, homes }: Awaited<ReturnType<typeof stateAt>>,
): [string, object] => {
  const on = addDays(today(), -attempt.back)
  const area = at(grids[attempt.grid % grids.length]!)
  const who = persons[attempt.who % Math.max(persons.length, 1)]
  const other = persons[attempt.other % Math.max(persons.length, 1)]
  const home = homes[attempt.other % Math.max(homes.length, 1)]
  const enter = (): [string, object] => [
    'moveIn',
    attempt.other % 2 === 0 || !home
      ? { on, area, values: newcomer(attempt) }
      : { on, household: home.id, relation: '97', values: newcomer(attempt) },
  ]
  if (!who || !other || !home) return enter()
  const of = (row: Record<string, unknown>) => persons.filter((one) => one.household === row.household)
  const family = of(who)
  const relations = relationsOf([...persons])
  const mates = family.filter((_, index) => (attempt.other >> (index % 4)) % 2 === 0)
  const some = (mates.length > 0 ? mates : family).map(({ id }) => id)
  const kinds: (() => [string, object])[] = [
    enter,
    enter,
    () => ['moveOut', { on, persons: some, relations }],
    () => ['moveHousehold', { on, household: home.id, area }],
    () => ['joinHousehold', { on, persons: some, household: home.id, relations }],
    () => ['splitHousehold', { on, household: who.household, persons: some, head: some[0], area, relations }],
    () => ['mergeHouseholds', { on, household: who.household, into: home.id, relations }],
    () => ['changeHead', { on, household: who.household, head: who.id, relations }],
    () => [
      'registerDeath',
      { on, person: who.id, relations, newHead: family.find(({ id }) => id !== who.id)?.id },
    ],
    () => ['registerMarriage', { on, person: who.id, spouse: other.id, moves: 'spouse', relations }],
    () => ['registerDivorce', { on, person: who.id, spouse: other.id, leaves: 'person', relations }],
    () => ['registerBirth', { on, mother: who.id, relations, values: { name: `婴儿${++born}`, sex: '1' } }],
    () => ['mergePersons', { on, keep: who.id, drop: other.id, relations }],
  ]
  return kinds[attempt.kind % kinds.length]!()
}

/** Carries out what is tried; undefined where it was refused, which changes nothing. */
const attemptOnce = async (attempt: Attempt) => {
  const [name, input] = makeInput(attempt, await stateAt(today()))
  try {
    return { name, change: (await registry.act(name, input)).change }
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** Each resident in one household that stands and lies where they do; grids sum up to the communities and the whole. */
const checkDay = async (day: string) => {
  const { persons, homes } = await stateAt(day)
  expect(new Set(persons.map(({ id }) => id)).size).toBe(persons.length)
  const areas = new Map(homes.map((home) => [home.id, home.area]))
  expect(persons.filter((one) => areas.get(String(one.household)) !== one.area)).toEqual([])
  const repository = registry.house.repository(registry.clerk)
  const count = async (area: string) =>
    (await listRows(repository, person, { asOf: day, area, limit: 1 })).total
  const parts = async (
    names: ('northFirst' | 'northSecond' | 'southFirst' | 'southSecond' | 'north' | 'south')[],
  ) => (await Promise.all(names.map((name) => count(at(name))))).reduce((sum, one) => sum + one, 0)
  expect(await parts(['northFirst', 'northSecond'])).toBe(await count(at('north')))
  expect(await parts(['north', 'south'])).toBe(persons.length)
}

const attempts = fc.array(
  fc.record({
    kind: fc.nat(99),
    who: fc.nat(99),
    other: fc.nat(99),
    // Mostly told as it happens, now and then late.
    back: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(400)),
    grid: fc.nat(9),
  }),
  { minLength: 6, maxLength: 14 },
)

it('keeps every resident in exactly one household on any day, and undo restores every day exactly', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      attempts,
      fc.array(fc.nat(420), { minLength: 2, maxLength: 3 }),
      async (sequence, backs) => {
        const days = [today(), ...backs.map((back) => addDays(today(), -back))]
        const tell = () => Promise.all(days.map(async (day) => (await stateAt(day)).told))
        const before: { change: string; told: string[][] }[] = []
        for (const attempt of sequence) {
          const told = await tell()
          const made = await attemptOnce(attempt)
          if (!made) {
            expect(await tell()).toEqual(told)
            continue
          }
          done.add(made.name)
          before.push({ change: made.change, told })
        }
        for (const day of days) await checkDay(day)
        for (const { change, told } of before.reverse()) {
          await registry.act('undoChange', { change })
          expect(await tell()).toEqual(told)
        }
        for (const day of days) await checkDay(day)
        // What follows grows from what stands: half of it is done again.
        for (const attempt of sequence.slice(0, 4)) await attemptOnce(attempt)
      },
    ),
    { numRuns: 20, endOnFailure: true },
  )
  // A law that is never put to the test holds of nothing.
  expect(done.size).toBeGreaterThan(8)
}, 240_000)
