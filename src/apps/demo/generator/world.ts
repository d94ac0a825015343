import { type Chronicle, makeChronicle } from './chronicle.ts'
import { type IdNumbers, makeIdNumbers } from './id-numbers.ts'
import type { Dwelling, Household, LedgerName, Person } from './person.ts'
import type { SubdistrictPlan } from './plan-areas.ts'
import { makeRandom, type Random } from './random.ts'
import { makeRoster, type Roster } from './roster.ts'

/** The days that an office's history covers: the first of a month, and the last day before today. */
export interface Span {
  readonly start: string
  readonly last: string
  readonly today: string
}

/** A subdistrict while its history is being made. */
export interface World {
  readonly plan: SubdistrictPlan
  readonly span: Span
  readonly random: Random
  readonly chronicle: Chronicle
  readonly idNumbers: IdNumbers
  readonly persons: Roster<Person>
  readonly households: Roster<Household>
  readonly vacant: Roster<Dwelling>
  /** Who stands in a ledger. */
  readonly listed: Readonly<Record<LedgerName, Roster<Person>>>
  /** Households so far, by community. */
  readonly householdNumbers: Map<string, number>
  /** Does something on a later day; nothing where that day lies outside the history. */
  schedule(on: string, event: (on: string) => void): void
  /** What was scheduled for a day; it may grow while it is being done. */
  eventsOn(day: string): readonly ((on: string) => void)[]
}

export const makeWorld = (plan: SubdistrictPlan, span: Span, seed: number, subdistricts: number): World => {
  const random = makeRandom(seed, 100 + plan.number)
  const calendar = new Map<string, ((on: string) => void)[]>()
  return {
    plan,
    span,
    random,
    chronicle: makeChronicle(random, span.today),
    idNumbers: makeIdNumbers(random, { index: plan.number, of: subdistricts }),
    persons: makeRoster(),
    households: makeRoster(),
    vacant: makeRoster(),
    listed: {
      disability: makeRoster(),
      elderCare: makeRoster(),
      assistance: makeRoster(),
      unemployment: makeRoster(),
    },
    householdNumbers: new Map(),
    schedule(on, event) {
      if (on <= span.start || on > span.last) return
      const events = calendar.get(on)
      if (events) events.push(event)
      else calendar.set(on, [event])
    },
    eventsOn(day) {
      const events = calendar.get(day) ?? []
      calendar.set(day, events)
      return events
    },
  }
}
