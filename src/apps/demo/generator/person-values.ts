import { ageOn } from '../../../core/time/index.ts'
import type { Values } from './chronicle.ts'
import { kinshipTo } from './kinship.ts'
import { type Dwelling, type Household, type Person, recordOf } from './person.ts'
import { elsewhereAddress } from './places.ts'
import { educationAt, studiesAt } from './schooling.ts'
import { drawWorkplace, employmentAt } from './work.ts'
import type { World } from './world.ts'

/** 154 is not given out to anybody. */
export const makeMobile = (world: World): string =>
  `154${String(world.random.between(0, 99_999_999)).padStart(8, '0')}`

const mobileOf = (world: World, person: Person, household: Household, age: number): string | null => {
  if (age >= 12) return age >= 80 && world.random.chance(0.3) ? null : makeMobile(world)
  const parent = household.members.find((member) => member === person.father || member === person.mother)
  return (parent?.record?.current?.values.mobile as string | undefined) ?? null
}

const registrationOf = (world: World, person: Person, dwelling: Dwelling): Values => {
  const { random } = world
  if (person.floating)
    return {
      populationType: '2',
      residenceStatus: '2',
      registeredAddress: elsewhereAddress(random.pick, random.between(1, 99)),
    }
  return {
    populationType: '1',
    residenceStatus: '1',
    registeredAddress: dwelling.record.current!.values.address,
  }
}

/** What is written down about somebody who joins a household. */
export const personValues = (world: World, person: Person, household: Household, on: string): Values => {
  const age = ageOn(person.birthDate, on)
  const employment = employmentAt(person, age)
  return {
    name: person.name,
    idType: '111',
    idNumber: world.idNumbers.next(person.birthDate, person.sex, person.floating),
    sex: person.sex,
    birthDate: person.birthDate,
    ethnicity: person.ethnicity,
    education: educationAt(person.schooling, age),
    maritalStatus: person.marital,
    employmentStatus: employment,
    mobile: mobileOf(world, person, household, age),
    ...registrationOf(world, person, household.dwelling),
    workplace: drawWorkplace(world.random, employment),
    household: household.record.id,
    relationToHead: kinshipTo(household.head, person),
  }
}

/** A new school year, or the end of school: education and employment follow the age. */
export const updateStudies = (world: World, person: Person, on: string): void => {
  const age = ageOn(person.birthDate, on)
  const record = recordOf(person)
  const { education, employmentStatus } = record.current!.values
  const reached = educationAt(person.schooling, age)
  if (reached !== education)
    world.chronicle.change(record, on, { education: reached }, age < 16 ? '升学' : '学历变化')
  if (studiesAt(person.schooling, age) === (employmentStatus === '31') || person.entries.unemployment) return
  const employment = employmentAt(person, age)
  world.chronicle.change(
    record,
    on,
    { employmentStatus: employment, workplace: drawWorkplace(world.random, employment) },
    employment === '31' ? '入学' : '毕业就业',
  )
}
