import { ageOn } from '../../../core/time/index.ts'
import { household as householdRecord, person as personRecord } from '../../../modules/registry/index.ts'
import { endAssistance } from './assistance-ledger.ts'
import { birthdayAt } from './birthday.ts'
import type { EndCause } from './chronicle.ts'
import { enterElder, updateElder } from './elder-ledger.ts'
import { kinshipTo } from './kinship.ts'
import { type Dwelling, type Family, type Household, householdOf, type Person, recordOf } from './person.ts'
import { personValues } from './person-values.ts'
import { endUnemployment } from './unemployment-ledger.ts'
import { retirementAge } from './work.ts'
import type { World } from './world.ts'

const occupy = (world: World, dwelling: Dwelling, household: Household, on: string) => {
  dwelling.households.push(household)
  world.vacant.remove(dwelling)
  if (dwelling.households.length > 1) return
  const { rents } = household
  world.chronicle.change(dwelling.record, on, { use: rents ? '2' : '1', isRented: rents }, '入住')
}

const vacate = (world: World, dwelling: Dwelling, household: Household, on: string) => {
  dwelling.households.splice(dwelling.households.indexOf(household), 1)
  if (dwelling.households.length > 0) return
  world.vacant.add(dwelling)
  world.chronicle.change(dwelling.record, on, { use: '3', isRented: false }, '腾空')
}

const retire = (world: World, person: Person, on: string) => {
  if (!person.record) return
  if (person.entries.unemployment) {
    endUnemployment(world, person, on, 'expired', '达到退休年龄')
    return
  }
  const employmentStatus = person.hasPension ? '80' : '90'
  world.chronicle.change(person.record, on, { employmentStatus, workplace: null }, '达到退休年龄')
}

const scheduleBirthdays = (world: World, person: Person) => {
  world.schedule(birthdayAt(person.birthDate, retirementAge(person.sex)), (on) => retire(world, person, on))
  world.schedule(birthdayAt(person.birthDate, 60), (on) => {
    if (person.record && !person.entries.elderCare) enterElder(world, person, on)
  })
}

/** Head, relations and elders' living arrangements follow from who lives together. */
const updateHousehold = (world: World, household: Household, on: string): void => {
  const { members, record } = household
  if (!members.includes(household.head)) {
    const adults = members.filter((member) => ageOn(member.birthDate, on) >= 18)
    const oldest = (adults.length > 0 ? adults : members).reduce((a, b) =>
      b.birthDate < a.birthDate ? b : a,
    )
    household.head = members.includes(household.head.spouse!) ? household.head.spouse! : oldest
    world.chronicle.change(record, on, { head: household.head.id }, '变更户主')
  }
  for (const member of members) {
    const relationToHead = kinshipTo(household.head, member)
    if (recordOf(member).current!.values.relationToHead !== relationToHead)
      world.chronicle.change(recordOf(member), on, { relationToHead }, '变更户主')
    updateElder(world, member, on)
  }
}

/** Registers somebody in a household where they live from that day. */
const register = (world: World, person: Person, household: Household, on: string, cause?: 'imported') => {
  person.household = household
  person.record = world.chronicle.register(personRecord, {
    id: person.id,
    area: household.dwelling.area,
    on,
    values: personValues(world, person, household, on),
    ...(cause ? { cause } : {}),
  })
  world.persons.add(person)
  scheduleBirthdays(world, person)
}

/** Somebody comes to a household that is there: a child, a bride. */
export const joinHousehold = (world: World, person: Person, household: Household, on: string): void => {
  household.members.push(person)
  register(world, person, household, on)
  if (ageOn(person.birthDate, on) >= 60) enterElder(world, person, on)
  updateHousehold(world, household, on)
}

const numberFor = (world: World, area: string): string => {
  const community = area.slice(0, 12)
  const number = (world.householdNumbers.get(community) ?? 0) + 1
  world.householdNumbers.set(community, number)
  return `${community}-${String(number).padStart(5, '0')}`
}

const makeHousehold = (
  world: World,
  family: Family,
  dwelling: Dwelling,
  on: string,
  cause?: 'imported',
): Household => {
  const { random, chronicle } = world
  const [head] = family.members
  const hasTelephone = random.chance(ageOn(head!.birthDate, on) >= 60 ? 0.3 : 0.05)
  const record = chronicle.register(householdRecord, {
    area: dwelling.area,
    on,
    values: {
      number: numberFor(world, dwelling.area),
      head: head!.id,
      dwelling: dwelling.record.id,
      phone: hasTelephone ? `8000${String(random.between(0, 9999)).padStart(4, '0')}` : null,
    },
    ...(cause ? { cause } : {}),
  })
  const household: Household = {
    record,
    rents: family.rents,
    head: head!,
    dwelling,
    members: [...family.members],
  }
  world.households.add(household)
  occupy(world, dwelling, household, on)
  return household
}

/** A family moves into a dwelling, or was found there when the registry began. */
export const settleFamily = (
  world: World,
  family: Family,
  dwelling: Dwelling,
  on: string,
  cause?: 'imported',
): Household => {
  const household = makeHousehold(world, family, dwelling, on, cause)
  for (const person of household.members) register(world, person, household, on, cause)
  for (const person of household.members)
    if (ageOn(person.birthDate, on) >= 60) enterElder(world, person, on, cause)
  return household
}

const endEntries = (world: World, person: Person, on: string, cause: EndCause, reason: string) => {
  endUnemployment(world, person, on, cause, reason)
  endAssistance(world, person, on, cause, reason)
  for (const name of ['disability', 'elderCare'] as const) {
    const entry = person.entries[name]
    if (!entry) continue
    world.chronicle.end(entry, on, cause, reason)
    delete person.entries[name]
    world.listed[name].remove(person)
  }
}

const depart = (world: World, person: Person, on: string, cause: EndCause, reason: string) => {
  const record = recordOf(person)
  world.chronicle.end(record, on, cause, reason)
  person.record = undefined
  world.persons.remove(person)
  endEntries(world, person, on, cause, reason)
}

const dissolve = (world: World, household: Household, on: string, cause: EndCause) => {
  world.chronicle.end(household.record, on, cause)
  world.households.remove(household)
  vacate(world, household.dwelling, household, on)
}

/** A whole household moves away. */
export const departHousehold = (world: World, household: Household, on: string, reason: string): void => {
  for (const person of household.members) depart(world, person, on, 'moved', reason)
  dissolve(world, household, on, 'moved')
}

const leaveHousehold = (world: World, person: Person, on: string, cause: EndCause) => {
  const household = householdOf(person)
  household.members.splice(household.members.indexOf(person), 1)
  person.household = undefined
  const { members } = household
  if (members.length === 0) dissolve(world, household, on, cause)
  else if (members.every((member) => ageOn(member.birthDate, on) < 18))
    departHousehold(world, household, on, '由亲属接走照料')
  else updateHousehold(world, household, on)
}

/** Somebody moves away alone. */
export const departPerson = (world: World, person: Person, on: string, reason: string): void => {
  depart(world, person, on, 'moved', reason)
  leaveHousehold(world, person, on, 'moved')
}

/** Somebody dies; the spouse is widowed, wherever they live. */
export const die = (world: World, person: Person, on: string): void => {
  depart(world, person, on, 'died', '')
  const { spouse } = person
  if (spouse) {
    spouse.marital = '30'
    spouse.spouse = undefined
    if (spouse.record) {
      world.chronicle.change(spouse.record, on, { maritalStatus: '30' }, '丧偶')
      updateElder(world, spouse, on)
    }
  }
  leaveHousehold(world, person, on, 'died')
}

const follow = (world: World, person: Person, household: Household, on: string, reason: string) => {
  const record = recordOf(person)
  const { area } = household.dwelling
  const residenceStatus = '2'
  world.chronicle.change(record, on, { household: household.record.id, residenceStatus }, reason, area)
  for (const entry of Object.values(person.entries)) world.chronicle.change(entry, on, {}, reason, area)
}

/** A household moves to another dwelling of the subdistrict; the registered address stays behind. */
export const moveHousehold = (world: World, household: Household, dwelling: Dwelling, on: string): void => {
  vacate(world, household.dwelling, household, on)
  household.dwelling = dwelling
  occupy(world, dwelling, household, on)
  const reason = '区内搬迁'
  world.chronicle.change(household.record, on, { dwelling: dwelling.record.id }, reason, dwelling.area)
  for (const person of household.members) follow(world, person, household, on, reason)
}

/** A grown child sets up house in another dwelling of the subdistrict. */
export const splitOff = (world: World, person: Person, dwelling: Dwelling, on: string): void => {
  const rents = world.random.chance(0.4)
  const old = householdOf(person)
  old.members.splice(old.members.indexOf(person), 1)
  const household = makeHousehold(world, { members: [person], rents }, dwelling, on)
  person.household = household
  follow(world, person, household, on, '分户')
  updateHousehold(world, old, on)
  updateHousehold(world, household, on)
}
