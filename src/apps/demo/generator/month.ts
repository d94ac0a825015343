import { ageOn, daysInMonth, partsOf } from '../../../core/time/index.ts'
import { endAssistance, grantAssistance, raiseAmounts } from './assistance-ledger.ts'
import { correctLevel, disabilityShare, enterDisability, reassessLevel } from './disability-ledger.ts'
import { weakenElder } from './elder-ledger.ts'
import { makeChild, makePerson, marry } from './make-person.ts'
import { type Household, householdOf, type Person } from './person.ts'
import { makeMobile, updateStudies } from './person-values.ts'
import { departHousehold, departPerson, die, joinHousehold, moveHousehold, splitOff } from './settle.ts'
import { endUnemployment, enterUnemployment } from './unemployment-ledger.ts'
import type { World } from './world.ts'

/** Chance of dying within a year, by age: Gompertz' law, as low as in Chinese cities. */
const mortality = Array.from({ length: 121 }, (_, age) =>
  Math.min(0.6, 0.0003 + 0.000024 * Math.exp(0.098 * age)),
)

const someDay = (world: World, month: string): string => {
  const { year, month: number } = partsOf(month)
  return `${month.slice(0, 8)}${String(world.random.between(1, daysInMonth(year, number))).padStart(2, '0')}`
}

/** Plans something for a day of the month, for somebody who must still be there then. */
const planFor = (world: World, month: string, person: Person, happens: (on: string) => void) =>
  world.schedule(someDay(world, month), (on) => {
    if (person.record) happens(on)
  })

const planBirth = (world: World, month: string, mother: Person) => {
  const father = mother.spouse
  if (!father?.record || father.household !== mother.household) return
  const chance = mother.children.length === 0 ? 0.013 : mother.children.length === 1 ? 0.004 : 0.0004
  if (!world.random.chance(chance)) return
  planFor(world, month, mother, (on) => {
    if (!father.record || father.household !== mother.household) return
    if (mother.children.some((child) => Number(child.birthDate.slice(0, 4)) >= Number(on.slice(0, 4)) - 1))
      return
    joinHousehold(world, makeChild(world, on, { father, mother }, on), householdOf(mother), on)
  })
}

const planLeavingHome = (world: World, month: string, person: Person) => {
  const atHome = person.household?.members.includes(person.father ?? person.mother ?? person)
  if (!atHome || person.spouse || person === person.household?.head || !world.random.chance(0.009)) return
  planFor(world, month, person, (on) => {
    const dwelling = world.vacant.draw(world.random)
    if (person.spouse || person === householdOf(person).head) return
    if (dwelling && world.random.chance(0.45)) splitOff(world, person, dwelling, on)
    else departPerson(world, person, on, '离家就业')
  })
}

const planWedding = (world: World, month: string, person: Person) => {
  const { random } = world
  if (person.spouse || person.household?.members.length !== 1 || !random.chance(0.006)) return
  planFor(world, month, person, (on) => {
    if (person.spouse || householdOf(person).members.length !== 1) return
    const birthYear =
      Number(person.birthDate.slice(0, 4)) +
      (person.sex === '1' ? random.between(0, 3) : -random.between(0, 3))
    const other = makePerson(world, on, {
      sex: person.sex === '1' ? '2' : '1',
      birthDate: `${birthYear}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
      floating: person.floating,
    })
    marry(random, person, other)
    world.chronicle.change(person.record!, on, { maritalStatus: person.marital }, '结婚')
    joinHousehold(world, other, householdOf(person), on)
  })
}

const planForPerson = (world: World, month: string, person: Person) => {
  const { random } = world
  const age = Math.max(0, Math.min(120, ageOn(person.birthDate, month)))
  if (random.chance(mortality[age]! / 12)) planFor(world, month, person, (on) => die(world, person, on))
  if (person.sex === '2' && age >= 23 && age <= 42) planBirth(world, month, person)
  if (age >= 22 && age <= 32) planLeavingHome(world, month, person)
  if (age >= 25 && age <= 36) planWedding(world, month, person)
  if (age >= 65 && random.chance(0.00035 * (age - 62)))
    planFor(world, month, person, (on) => weakenElder(world, person, on))
}

const planForHousehold = (world: World, month: string, household: Household) => {
  const { random } = world
  const away = household.rents ? 0.013 : 0.0011
  const within = household.rents ? 0.007 : 0.0009
  const chance = random.next()
  if (chance < away)
    world.schedule(someDay(world, month), (on) => {
      if (world.households.has(household)) departHousehold(world, household, on, '迁往外地')
    })
  else if (chance < away + within)
    world.schedule(someDay(world, month), (on) => {
      const dwelling = world.vacant.draw(random)
      if (dwelling && world.households.has(household)) moveHousehold(world, household, dwelling, on)
    })
}

/** Repeats an event on days of the month, about `count` times. */
const planSome = (world: World, month: string, count: number, happens: (on: string) => void) => {
  const times = Math.floor(count) + (world.random.chance(count % 1) ? 1 : 0)
  for (let time = 0; time < times; time++) world.schedule(someDay(world, month), happens)
}

const tryUntil = (times: number, attempt: () => boolean) => {
  for (let time = 0; time < times; time++) if (attempt()) return
}

/** How many stand in the ledgers at the beginning, and how they grow in a month. */
export interface LedgerTargets {
  readonly disability: number
  readonly assistance: number
  readonly unemployment: number
}

const planDisability = (world: World, month: string, wanted: number) => {
  const { random, listed, persons } = world
  planSome(
    world,
    month,
    Math.max(0, wanted - listed.disability.size) + listed.disability.size * 0.006,
    (on) =>
      tryUntil(400, () => {
        const person = persons.draw(random)
        if (!person || person.floating || person.entries.disability) return false
        if (!random.chance(disabilityShare(ageOn(person.birthDate, on)) / 0.072)) return false
        enterDisability(world, person, on)
        return true
      }),
  )
  const some = (happens: (person: Person, on: string) => void) => (on: string) => {
    const person = listed.disability.draw(random)
    if (person) happens(person, on)
  }
  planSome(
    world,
    month,
    listed.disability.size * 0.006,
    some((person, on) => reassessLevel(world, person, on)),
  )
  planSome(
    world,
    month,
    listed.disability.size * 0.0015,
    some((person, on) => correctLevel(world, person, on)),
  )
}

const planAssistance = (world: World, month: string, wanted: number) => {
  const { random, listed } = world
  planSome(world, month, listed.assistance.size * 0.0035, (on) => {
    const person = listed.assistance.draw(random)
    const covered = person ? householdOf(person).members : []
    for (const member of covered) endAssistance(world, member, on, 'reclassified', '家庭收入超过标准')
  })
  planSome(world, month, 2, (on) => {
    for (let tries = 0; tries < 300 && listed.assistance.size < wanted; tries++) {
      const household = world.households.draw(random)
      if (household) grantAssistance(world, household, on)
    }
  })
  if (month.slice(5, 7) === '07') world.schedule(month, (on) => raiseAmounts(world, on))
}

const planUnemployment = (world: World, month: string, wanted: number) => {
  const { random, listed, persons } = world
  const leaving = listed.unemployment.size * 0.075
  planSome(world, month, leaving, (on) => {
    const person = listed.unemployment.draw(random)
    if (person) endUnemployment(world, person, on, 'reclassified', random.chance(0.8) ? '已就业' : '灵活就业')
  })
  const graduates = ['07', '08'].includes(month.slice(5, 7)) ? wanted * 0.05 : 0
  planSome(world, month, Math.max(0, wanted - listed.unemployment.size) + leaving + graduates, (on) =>
    tryUntil(200, () => {
      const person = persons.draw(random)
      return person !== undefined && enterUnemployment(world, person, on)
    }),
  )
}

const corrections: readonly { field: string; reason: string; value(world: World): unknown }[] = [
  { field: 'mobile', reason: '电话回访后更正', value: makeMobile },
  { field: 'residenceStatus', reason: '入户核对后更正', value: () => '2' },
  { field: 'workplace', reason: '本人来社区更正', value: () => '灵活就业' },
]

const planCorrections = (world: World, month: string) =>
  planSome(world, month, world.persons.size * 0.0012, (on) => {
    const person = world.persons.draw(world.random)
    if (!person || ageOn(person.birthDate, on) < 18) return
    const { field, value, reason } = world.random.pick(corrections)
    if (field === 'workplace' && person.record!.current!.values.workplace === null) return
    world.chronicle.correct(person.record!, on, { [field]: value(world) }, reason)
  })

/** Plans what happens in a month, given as its first day. */
export const planMonth = (world: World, month: string, targets: LedgerTargets): void => {
  for (const person of world.persons.list()) planForPerson(world, month, person)
  for (const household of world.households.list()) planForHousehold(world, month, household)
  planDisability(world, month, targets.disability)
  planAssistance(world, month, targets.assistance)
  planUnemployment(world, month, targets.unemployment)
  planCorrections(world, month)
  const schoolDay = { '07': `${month.slice(0, 8)}01`, '09': `${month.slice(0, 8)}01` }[month.slice(5, 7)]
  if (schoolDay)
    world.schedule(schoolDay, (on) => {
      for (const person of world.persons.list()) {
        const age = ageOn(person.birthDate, on)
        if (age >= 6 && age <= 27) updateStudies(world, person, on)
      }
    })
}
