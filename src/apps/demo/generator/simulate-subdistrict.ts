import type { Ring } from '../../../core/geometry/index.ts'
import { addDays, addMonths, ageOn, daysBetween } from '../../../core/time/index.ts'
import { grantAssistance } from './assistance-ledger.ts'
import { buildDwellings } from './build-dwellings.ts'
import type { Tracked } from './chronicle.ts'
import { enterCommunityLedgers } from './community-ledgers.ts'
import { composeIncomingFamily, composeSettledFamily } from './compose-family.ts'
import { disabilityShare, enterDisability } from './disability-ledger.ts'
import { buildFacilities } from './facilities.ts'
import { enterFurtherLedgers } from './further-ledgers.ts'
import { type LedgerTargets, planMonth } from './month.ts'
import { settleOrganisations } from './organisations.ts'
import type { Family } from './person.ts'
import { tiePersons } from './person-ties.ts'
import type { CommunityPlan, GridPlan, SubdistrictPlan } from './plan-areas.ts'
import { departHousehold, settleFamily } from './settle.ts'
import { enterUnemployment } from './unemployment-ledger.ts'
import { foundTeams } from './volunteer-teams.ts'
import { makeWorld, type Span, type World } from './world.ts'

/** Dwellings a household; the rest stand empty. */
const dwellingsPerHousehold = 1.07

const peopleGrid = (world: World, community: CommunityPlan, grid: GridPlan, residents: number) => {
  const { random, span } = world
  const families: Family[] = []
  for (let count = 0; count < residents; ) {
    const family = composeSettledFamily(world, span.start)
    families.push(family)
    count += family.members.length
  }
  const count = Math.ceil(families.length * dwellingsPerHousehold) + 1
  const dwellings = buildDwellings(world, world.plan.name, community, grid, count)
  const free = [...dwellings]
  for (const family of families) {
    // Some share an address with another household.
    const shared = random.chance(0.015) ? dwellings.find((each) => each.households.length === 1) : undefined
    const dwelling = shared ?? free.splice(random.between(0, free.length - 1), 1)[0]!
    settleFamily(world, family, dwelling, span.start, 'imported')
  }
}

const openLedgers = (world: World): LedgerTargets => {
  const { random, span, persons, households, listed } = world
  const { start } = span
  let workers = 0
  for (const person of persons.list()) {
    const age = ageOn(person.birthDate, start)
    if (age >= 16 && age < 60) workers++
    const share = disabilityShare(age) * (person.floating ? 0.35 : 1.12)
    if (random.chance(share)) enterDisability(world, person, start, 'imported')
  }
  const targets = { assistance: persons.size * 0.0152, unemployment: workers * 0.025 }
  for (let tries = 0; tries < persons.size * 4 && listed.assistance.size < targets.assistance; tries++) {
    const household = households.draw(random)
    if (household) grantAssistance(world, household, start, 'imported')
  }
  for (let tries = 0; tries < persons.size * 4 && listed.unemployment.size < targets.unemployment; tries++) {
    const person = persons.draw(random)
    if (person) enterUnemployment(world, person, start, 'imported')
  }
  return { ...targets, disability: listed.disability.size }
}

/** Lets families move in, or single ones away, until as many live here as should. */
const reachPopulation = (world: World, on: string, wanted: number) => {
  const { random, persons, vacant, households } = world
  while (persons.size < wanted) {
    const family = composeIncomingFamily(world, on, wanted - persons.size)
    const dwelling = vacant.draw(random) ?? households.draw(random)!.dwelling
    settleFamily(world, family, dwelling, on)
  }
  while (persons.size > wanted) {
    const household = households.draw(random)!
    if (household.members.length <= persons.size - wanted) departHousehold(world, household, on, '迁往外地')
  }
}

/**
 * Makes a subdistrict with its history: who lived there when the registry began, and day by day what happened until
 * yesterday. It ends with as many residents as planned, and consistent on every day between. `rings` are the outlines of
 * its areas, within which its facilities stand.
 */
export const simulateSubdistrict = (
  plan: SubdistrictPlan,
  span: Span,
  seed: number,
  subdistricts: number,
  rings: ReadonlyMap<string, Ring>,
): readonly Tracked[] => {
  const world = makeWorld(plan, span, seed, subdistricts)
  const { random } = world
  const growth = plan.residents < 5000 ? 0.02 : 0.006 + 0.018 * random.next()
  for (const community of plan.communities)
    for (const grid of community.grids)
      peopleGrid(world, community, grid, Math.round(grid.residents / (1 + growth)))
  for (const community of plan.communities) foundTeams(world, community)
  const opened = openLedgers(world)

  const days = daysBetween(span.start, span.last)
  const before = world.persons.size
  for (let day = 0; day <= days; day++) {
    const on = addDays(span.start, day)
    if (on.endsWith('-01')) {
      const months = Math.round((day / days) * 25)
      planMonth(world, on, {
        disability: opened.disability * 1.032 ** (months / 12),
        assistance: opened.assistance * 0.975 ** (months / 12),
        unemployment: opened.unemployment * (1 + 0.04 * Math.sin(months / 3)),
      })
    }
    const events = world.eventsOn(on)
    for (let index = 0; index < events.length; index++) events[index]!(on)
    const wanted = Math.round(before + ((plan.residents - before) * day) / days)
    // Not every day has a removal van.
    if (day > 0 && (random.chance(0.3) || on === span.last)) {
      if (on === span.last || world.persons.size < wanted) reachPopulation(world, on, wanted)
    }
  }
  enterFurtherLedgers(world)
  for (const community of plan.communities) enterCommunityLedgers(world, community)
  settleOrganisations(world)
  buildFacilities(world, rings)
  tiePersons(world)
  return world.chronicle.records
}

/** Two years and the months until the first of a month before. */
export const spanUntil = (today: string): Span => ({
  start: `${addMonths(today, -25).slice(0, 7)}-01`,
  last: addDays(today, -1),
  today,
})
