import { entityOf } from './lexicon.ts'
import type { Subject } from './subject.ts'

/** Entities that have forms of their own. */
const guests = new Set([
  'membership',
  'visit',
  'hazard',
  'rental',
  'matter',
  'dispute',
  'component',
  'volunteer',
  'statistics',
  'archiveItem',
])

/** A shop's form seldom means a home by 建筑面积, a building's seldom a firm by 负责人电话. */
const guestsOf: Partial<Record<Subject['kind'], readonly string[]>> = {
  organisation: ['dwelling'],
  place: ['dwelling'],
  building: ['organisation'],
  dwelling: ['organisation'],
  rental: ['organisation'],
}

/** What belongs to another kind of form is taken only where the title or a second header speaks of it. */
export const mayOccur = (key: string, { kind, entities }: Subject): boolean => {
  const entity = entityOf(key)
  return !(guests.has(entity) || guestsOf[kind]?.includes(entity)) || entities.includes(entity)
}
