import { maritalStatus, titleOf } from '../../../core/code/index.ts'
import { addDays, ageOn } from '../../../core/time/index.ts'
import { listResponsible } from '../../../platform/server/records/responsible.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { household } from '../definition.ts'
import { isAdult } from '../kinship/rebase-kinship.ts'
import { type Draft, homeName, membersAfter, nameOf, type Staged, stagedPersons } from './draft.ts'
import type { Consequence, Happening } from './happening.ts'
import type { Settled } from './settle.ts'

/** From this age somebody who lives alone is visited (Law on the Rights of the Elderly, art. 2). */
const elderAge = 60

const headlessTodos = (draft: Draft, settled: Settled): Consequence[] =>
  settled.headless.map((home) => ({
    kind: 'headless',
    effect: 'todo',
    title: `${homeName(draft, home)}没有户主，请商定后办理变更户主`,
    area: home.area,
    definition: 'household',
    record: home.id,
    due: addDays(draft.repository.today, 30),
  }))

const aboutPerson = (one: Staged) => ({ area: one.area, definition: 'person', record: one.id })

/** Who lives in the household afterwards, and calls for somebody's care. */
const careTodos = (draft: Draft, members: readonly Staged[]): Consequence[] => {
  const tomorrow = addDays(draft.repository.today, 1)
  const ageOf = (one: Staged) => ageOn(String(one.values.birthDate), draft.on)
  const [only] = members
  if (members.length === 1 && only && ageOf(only) >= elderAge)
    return [
      {
        ...aboutPerson(only),
        kind: 'elderAlone',
        effect: 'todo',
        title: `${nameOf(only)}（${ageOf(only)} 岁）从此独居，请上门探访`,
        due: tomorrow,
      },
    ]
  if (members.some((one) => isAdult(String(one.values.birthDate), draft.on))) return []
  return members.map((one) => ({
    ...aboutPerson(one),
    kind: 'minorAlone',
    effect: 'todo',
    title: `${nameOf(one)}（${ageOf(one)} 岁）户里没有成年人，请落实监护人`,
    due: tomorrow,
  }))
}

const wordPosts = async (repository: Repository, area: string) => {
  const posts = await listResponsible(repository, area, repository.today)
  const worker = posts[0]
  return worker
    ? `${repository.areas.nameOf(area)}（${worker.roleTitle}${worker.name}）`
    : repository.areas.nameOf(area)
}

/** People who pass from one grid to another. */
const handOvers = async (draft: Draft, { persons }: Happening): Promise<Consequence[]> => {
  const told: Consequence[] = []
  const moved = persons.filter(({ before, after }) => before && after && before.area !== after.area)
  for (const [from, people] of Map.groupBy(moved, ({ before }) => before!.area)) {
    const to = people[0]!.after!.area
    told.push({
      kind: 'grid',
      effect: 'done',
      title: `${people.map(({ name }) => name).join('、')}由${await wordPosts(draft.repository, from)}移交${await wordPosts(draft.repository, to)}`,
      area: to,
      definition: 'person',
      record: people[0]!.id,
    })
  }
  return told
}

/** Whose marital status follows from the change. */
const maritalChanges = (draft: Draft): Consequence[] =>
  stagedPersons(draft)
    .filter((one) => one.old && !one.end && one.values.maritalStatus !== one.before.maritalStatus)
    .map((one) => ({
      ...aboutPerson(one),
      kind: 'marital',
      effect: 'done',
      title: `${nameOf(one)}婚姻状况改为${titleOf(maritalStatus, String(one.values.maritalStatus))}`,
    }))

const endedHomes = (draft: Draft): Consequence[] =>
  [...draft.staged.values()]
    .filter((one) => one.definition === household && one.end)
    .map((home) => ({
      kind: 'householdEnded',
      effect: 'done',
      title: `${homeName(draft, home)}已无人居住，住户登记随之结束`,
      area: home.area,
      definition: 'household',
      record: home.id,
    }))

/** What follows within the registry: households without a head, people now alone, grids handed over. */
export const listConsequences = async (
  draft: Draft,
  settled: Settled,
  happening: Happening,
): Promise<Consequence[]> => {
  const care: Consequence[] = []
  for (const home of [...draft.staged.values()].filter((one) => one.definition === household && !one.end)) {
    const left = happening.persons.some(
      ({ before, after }) => before?.values.household === home.id && after?.values.household !== home.id,
    )
    const fresh = !home.old
    if (left || fresh) care.push(...careTodos(draft, await membersAfter(draft, home.id)))
  }
  return [
    ...maritalChanges(draft),
    ...headlessTodos(draft, settled),
    ...care,
    ...(await handOvers(draft, happening)),
    ...endedHomes(draft),
  ]
}
