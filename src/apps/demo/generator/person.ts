import type { Tracked } from './chronicle.ts'

export type LedgerName = 'disability' | 'elderCare' | 'assistance' | 'unemployment'

/** A made-up person with the ties by which everything about them stays consistent. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly surname: string
  readonly sex: '1' | '2'
  readonly birthDate: string
  readonly ethnicity: string
  /** Registered elsewhere (流动人口). */
  readonly floating: boolean
  /** Education reached in the end, GB/T 4658. */
  readonly schooling: string
  /** What they do when they work, GB/T 2261.4; 90 where they keep house. */
  readonly trade: string
  readonly hasPension: boolean
  readonly childrenElsewhere: number
  marital: '10' | '21' | '22' | '30' | '40'
  spouse: Person | undefined
  father: Person | undefined
  mother: Person | undefined
  children: Person[]
  household: Household | undefined
  /** Set while present. */
  record: Tracked | undefined
  readonly entries: Partial<Record<LedgerName, Tracked>>
}

export interface Household {
  readonly record: Tracked
  readonly rents: boolean
  head: Person
  dwelling: Dwelling
  readonly members: Person[]
}

export interface Dwelling {
  readonly record: Tracked
  readonly area: string
  readonly households: Household[]
}

/** A family that is not settled anywhere yet; the head comes first. */
export interface Family {
  readonly members: readonly Person[]
  readonly rents: boolean
}

/** The record of somebody who is present. */
export const recordOf = (person: Person): Tracked => {
  if (!person.record) throw new Error('the person is not present')
  return person.record
}

export const householdOf = (person: Person): Household => {
  if (!person.household) throw new Error('the person is not present')
  return person.household
}
