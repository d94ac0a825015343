import { addDays, addMonths, ageOn } from '../../../core/time/index.ts'
import { unemployment } from '../../../modules/ledgers/index.ts'
import { birthdayAt, laterOf } from './birthday.ts'
import type { EndCause } from './chronicle.ts'
import { type Person, recordOf } from './person.ts'
import { drawFrom } from './random.ts'
import { drawWorkplace, employmentAt, retirementAge } from './work.ts'
import type { World } from './world.ts'

const drawReason = drawFrom([
  ['01', 8],
  ['02', 20],
  ['03', 24],
  ['04', 13],
  ['05', 14],
  ['06', 7],
  ['10', 8],
  ['11', 4],
  ['99', 2],
] as const)
const drawIntention = drawFrom([
  ['1', 44],
  ['2', 22],
  ['3', 6],
  ['4', 10],
  ['5', 4],
  ['6', 8],
  ['7', 6],
] as const)

const mayRegister = (person: Person, on: string): boolean => {
  const age = ageOn(person.birthDate, on)
  const status = recordOf(person).current!.values.employmentStatus
  return (
    !person.entries.unemployment &&
    !person.floating &&
    age >= 16 &&
    age < retirementAge(person.sex) &&
    !['31', '80', '37', '11', '27'].includes(String(status))
  )
}

/** From when on somebody counts as hard to employ: men of 50, women of 40, after a year without work. */
const hardFrom = (person: Person, since: string): string => {
  const reached = birthdayAt(person.birthDate, person.sex === '1' ? 50 : 40)
  const year = addMonths(since, 12)
  return laterOf(reached, year)
}

/** Enters somebody who lost work; answers whether they could be. `since` is when it was lost. */
export const enterUnemployment = (world: World, person: Person, on: string, cause?: 'imported'): boolean => {
  if (!mayRegister(person, on)) return false
  const { random, chronicle } = world
  const record = recordOf(person)
  const age = ageOn(person.birthDate, on)
  const since = addDays(
    on,
    -(cause ? Math.floor(random.next() * random.next() * 1100) : random.between(0, 40)),
  )
  const fresh = age <= 24 && ['20', '30', '10'].includes(person.schooling)
  const { workplace } = record.current!.values
  const hardOn = hardFrom(person, since)
  const entry = chronicle.register(unemployment, {
    area: record.current!.area,
    on,
    subject: person.id,
    ...(cause ? { cause } : {}),
    values: {
      certificateNumber: `990101${on.slice(2, 4)}${person.id.replace(/\D/g, '').slice(-8).padStart(8, '0')}`,
      since,
      reason: fresh ? '07' : drawReason(random),
      category: fresh ? '3' : age <= 22 ? '2' : random.chance(0.04) ? '4' : '1',
      isHardToEmploy: hardOn <= on,
      jobIntention: drawIntention(random),
      formerEmployer: fresh ? null : workplace,
    },
  })
  person.entries.unemployment = entry
  world.listed.unemployment.add(person)
  chronicle.change(record, on, { employmentStatus: '70', workplace: null }, '登记失业')
  if (hardOn > on)
    world.schedule(hardOn, (day) => {
      if (person.entries.unemployment === entry)
        chronicle.change(entry, day, { isHardToEmploy: true }, '认定为就业困难人员')
    })
  return true
}

/** Ends it: work was found, or the age of a pension was reached. */
export const endUnemployment = (
  world: World,
  person: Person,
  on: string,
  cause: EndCause,
  reason: string,
): void => {
  const entry = person.entries.unemployment
  if (!entry) return
  world.chronicle.end(entry, on, cause, reason)
  delete person.entries.unemployment
  world.listed.unemployment.remove(person)
  if (!person.record || cause === 'moved' || cause === 'died') return
  const status = employmentAt(person, ageOn(person.birthDate, on))
  const employmentStatus = status === '90' && cause === 'reclassified' ? '51' : status
  const workplace = drawWorkplace(world.random, employmentStatus)
  world.chronicle.change(person.record, on, { employmentStatus, workplace }, reason)
}
