import { addDays } from '../../../core/time/index.ts'
import { drawSurname, makeGivenName } from './names.ts'
import type { Person } from './person.ts'
import { drawFrom, type Random } from './random.ts'
import { drawSchooling } from './schooling.ts'
import { drawTrade } from './work.ts'
import type { World } from './world.ts'

const drawEthnicity = drawFrom([
  ['01', 930],
  ['03', 25],
  ['11', 18],
  ['02', 8],
  ['08', 6],
  ['15', 5],
  ['06', 5],
  ['10', 2],
  ['12', 1],
] as const)

/** A birth date of somebody who is so old on a day. */
export const bornAtAge = (random: Random, age: number, on: string): string =>
  addDays(on, -Math.floor(age * 365.2425) - random.between(1, 364))

/** Somebody new, alone in the world as yet. */
export const makePerson = (
  world: World,
  on: string,
  traits: {
    sex: '1' | '2'
    birthDate: string
    floating: boolean
    surname?: string
    ethnicity?: string
    marital?: Person['marital']
  },
): Person => {
  const { random } = world
  const year = Number(traits.birthDate.slice(0, 4))
  const surname = traits.surname ?? drawSurname(random)
  const schooling = drawSchooling(random, year)
  return {
    id: world.chronicle.newId(on),
    name: surname + makeGivenName(random, traits.sex, year),
    surname,
    sex: traits.sex,
    birthDate: traits.birthDate,
    ethnicity: traits.ethnicity ?? drawEthnicity(random),
    floating: traits.floating,
    schooling,
    trade: drawTrade(random, schooling),
    hasPension: random.chance(year < 1945 ? 0.55 : 0.78),
    childrenElsewhere: year < 1955 ? random.between(1, 3) : year < 1972 ? random.between(0, 2) : 0,
    marital: traits.marital ?? '10',
    spouse: undefined,
    father: undefined,
    mother: undefined,
    children: [],
    household: undefined,
    record: undefined,
    entries: {},
  }
}

export const marry = (random: Random, one: Person, other: Person): void => {
  const marital = random.chance(0.94) ? '21' : '22'
  one.marital = marital
  other.marital = marital
  one.spouse = other
  other.spouse = one
}

/** A child of these parents, named after the father as a rule. */
export const makeChild = (
  world: World,
  on: string,
  parents: { father?: Person | undefined; mother?: Person | undefined },
  birthDate: string,
): Person => {
  const { random } = world
  const parent = (parents.father ?? parents.mother)!
  const named = parents.father && parents.mother && random.chance(0.06) ? parents.mother : parent
  const child = makePerson(world, on, {
    sex: random.chance(0.527) ? '1' : '2',
    birthDate,
    floating: parent.floating,
    surname: named.surname,
    ethnicity: parent.ethnicity,
  })
  child.father = parents.father
  child.mother = parents.mother
  parents.father?.children.push(child)
  parents.mother?.children.push(child)
  return child
}
