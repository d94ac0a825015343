import { addDays, ageOn } from '../../../core/time/index.ts'
import { assistance } from '../../../modules/ledgers/index.ts'
import { laterOf } from './birthday.ts'
import type { EndCause } from './chronicle.ts'
import { updateLivingSubsidy } from './disability-ledger.ts'
import { type Household, type Person, recordOf } from './person.ts'
import { drawFrom } from './random.ts'
import type { World } from './world.ts'

const drawCategory = drawFrom([
  ['2', 74],
  ['3', 21],
  ['4', 5],
] as const)

const reasonOf = (world: World, person: Person): string => {
  const { random } = world
  if (person.entries.disability) return '02'
  const age = ageOn(person.birthDate, world.span.start)
  if (age >= 75) return random.pick(['03', '01'])
  if (age < 18) return random.pick(['05', '07', '09'])
  if (person.entries.unemployment) return '04'
  return random.pick(['01', '01', '01', '06', '06', '09', '09', '08', '99'])
}

const amountOf = (world: World, category: string): number | null => {
  if (category === '1') return 1660 + world.random.between(0, 4) * 60
  return category === '2' ? world.random.between(36, 98) * 10 : null
}

/** How likely a household is to need help: small ones, with elders alone, single parents or disabled members. */
const needs = (household: Household): number => {
  const { members } = household
  if (members.some((member) => member.floating || member.entries.assistance)) return 0
  const disabled = members.filter((member) => member.entries.disability).length
  const pensioned = members.every((member) => member.hasPension)
  const loneParent = members.length === 2 && members[0]!.marital !== '21'
  return 0.05 + disabled * 0.6 + (loneParent ? 0.3 : 0) + (pensioned ? 0 : 0.1)
}

/** Who can live on it alone is 特困: an elder without pension, spouse and children. */
const categoryFor = (world: World, household: Household): string => {
  const [only, ...others] = household.members
  const alone =
    others.length === 0 && only!.marital === '10' && ageOn(only!.birthDate, world.span.start) >= 60
  return alone && !only!.hasPension ? '1' : drawCategory(world.random)
}

/** Grants help to one household; the whole of it as a rule. Answers how many people it covers, none where it needs no help. */
export const grantAssistance = (
  world: World,
  household: Household,
  on: string,
  cause?: 'imported',
): number => {
  const { random, chronicle } = world
  if (!random.chance(needs(household))) return 0
  const familyCategory = categoryFor(world, household)
  const disabled = household.members.find((member) => member.entries.disability)
  const whole = disabled === undefined || random.chance(0.35)
  const persons = whole ? household.members : [disabled]
  const startedOn = cause ? `${addDays(on, -random.between(40, 2600)).slice(0, 7)}-01` : on
  for (const person of persons) {
    person.entries.assistance = chronicle.register(assistance, {
      area: recordOf(person).current!.area,
      on,
      subject: person.id,
      ...(cause ? { cause } : {}),
      values: {
        familyCategory,
        certificateNumber: `DB${household.record.id.slice(-12).toUpperCase()}`,
        reason: reasonOf(world, person),
        protectionMode: whole ? '1' : '2',
        amount: amountOf(world, familyCategory),
        startedOn: laterOf(startedOn, person.birthDate),
        selfCareAbility: person.entries.elderCare?.current?.values.currentStatus ?? '1',
      },
    })
    world.listed.assistance.add(person)
    updateLivingSubsidy(world, person, on)
  }
  return persons.length
}

/** Ends help, for one person. */
export const endAssistance = (
  world: World,
  person: Person,
  on: string,
  cause: EndCause,
  reason: string,
): void => {
  const entry = person.entries.assistance
  if (!entry) return
  world.chronicle.end(entry, on, cause, reason)
  delete person.entries.assistance
  world.listed.assistance.remove(person)
  if (person.record) updateLivingSubsidy(world, person, on)
}

/** The standard rises each July, the amounts with it. */
export const raiseAmounts = (world: World, on: string): void => {
  for (const person of world.listed.assistance.list()) {
    const entry = person.entries.assistance!
    const { amount } = entry.current!.values
    if (typeof amount === 'number')
      world.chronicle.change(entry, on, { amount: Math.round((amount * 1.05) / 5) * 5 }, '提高保障标准')
  }
}
