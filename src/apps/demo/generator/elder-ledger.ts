import { ageOn } from '../../../core/time/index.ts'
import { elderCare } from '../../../modules/ledgers/index.ts'
import { livingArrangementOf } from './kinship.ts'
import { householdOf, type Person, recordOf } from './person.ts'
import type { World } from './world.ts'

const spouseStatusOf = (person: Person): string => {
  if (person.marital === '30') return '2'
  if (person.marital === '40') return '3'
  return person.marital === '10' ? '4' : '1'
}

const situationOf = (person: Person) => ({
  livingArrangement: livingArrangementOf(person, householdOf(person).members),
  spouseStatus: spouseStatusOf(person),
})

const categoryOf = (world: World, person: Person): string => {
  const alone = householdOf(person).members.length === 1
  if (person.marital === '10' && alone && person.childrenElsewhere === 0) return '4'
  if (!person.hasPension) return '3'
  return person.birthDate < '1933' && world.random.chance(0.05) ? '1' : '2'
}

/** Enters somebody of 60 or over in the elders' ledger. */
export const enterElder = (world: World, person: Person, on: string, cause?: 'imported'): void => {
  const { random, chronicle } = world
  const age = ageOn(person.birthDate, on)
  const frailty = Math.max(0, age - 62) ** 2 / 1800
  const currentStatus = random.chance(frailty * 0.35) ? '3' : random.chance(frailty) ? '2' : '1'
  const record = recordOf(person)
  person.entries.elderCare = chronicle.register(elderCare, {
    area: record.current!.area,
    on,
    subject: person.id,
    ...(cause ? { cause } : {}),
    values: {
      category: categoryOf(world, person),
      currentStatus,
      ...situationOf(person),
      childrenCount: person.children.length + (person.marital === '10' ? 0 : person.childrenElsewhere),
      hasChronicDisease: random.chance(0.45 + age / 300),
      hasMobilityDifficulty: currentStatus !== '1' && random.chance(currentStatus === '3' ? 0.95 : 0.6),
    },
  })
  world.listed.elderCare.add(person)
}

/** The household changed: with whom the elder lives may have changed too. */
export const updateElder = (world: World, person: Person, on: string): void => {
  const entry = person.entries.elderCare
  if (!entry) return
  const situation = situationOf(person)
  const { livingArrangement, spouseStatus } = entry.current!.values
  if (livingArrangement === situation.livingArrangement && spouseStatus === situation.spouseStatus) return
  world.chronicle.change(entry, on, situation, '家庭成员变化')
}

/** An elder can do less alone than before. */
export const weakenElder = (world: World, person: Person, on: string): void => {
  const entry = person.entries.elderCare
  if (!entry || entry.current!.values.currentStatus === '3') return
  const currentStatus = entry.current!.values.currentStatus === '1' ? '2' : '3'
  world.chronicle.change(entry, on, { currentStatus, hasMobilityDifficulty: true }, '能力评估变化')
}
