import { ageOn } from '../../../core/time/index.ts'
import { elderCare, leftBehindChild } from '../../../modules/ledgers/index.ts'
import { personRelation } from '../../../modules/registry/index.ts'
import type { Tracked } from './chronicle.ts'
import { endOf } from './lives.ts'
import { makeMobile } from './person-values.ts'
import type { World } from './world.ts'

/** Residents who are there today, by community: among them guardians and carers are found. */
const residentsByCommunity = (world: World) =>
  Map.groupBy(
    world.chronicle.records.filter(({ definition, current }) => definition.name === 'person' && current),
    ({ current }) => current!.area.slice(0, -3),
  )

type Residents = ReturnType<typeof residentsByCommunity>

/** Somebody of the community, of that age and of another household, who has been there since the day. */
const findHelper = (
  { random, span }: World,
  residents: Residents,
  {
    area,
    on,
    household,
    ages,
  }: { area: string; on: string; household: unknown; ages: readonly [number, number] },
): Tracked | undefined => {
  const neighbours = residents.get(area.slice(0, -3)) ?? []
  for (let tries = 0; tries < 40 && neighbours.length > 0; tries++) {
    const one = random.pick(neighbours)
    const { values } = one.current!
    const age = ageOn(String(values.birthDate), span.last)
    if (
      one.since <= on &&
      values.household !== household &&
      age >= ages[0] &&
      age <= ages[1] &&
      values.mobile
    )
      return one
  }
  return undefined
}

/** The grandparent, by the sex of the helper. */
const grandparent = (helper: Tracked): string => (helper.current!.values.sex === '1' ? '61' : '62')

/** A left-behind child's guardian: mostly a grandparent near by, else somebody elsewhere who can be called. */
const guardChild = (world: World, residents: Residents, entry: Tracked, child: Tracked) => {
  const { chronicle, random } = world
  const now = entry.current!
  const on = now.validFrom
  const household = child.current?.values.household
  const near = random.chance(0.8)
  const helper = near
    ? findHelper(world, residents, { area: now.area, on, household, ages: [52, 78] })
    : undefined
  const name = helper
    ? String(helper.current!.values.name)
    : `${random.pick(['王', '李', '张', '刘'])}${random.pick(['桂英', '秀兰', '建国', '德明'])}`
  const phone = helper ? helper.current!.values.mobile : makeMobile(world)
  const relation = helper ? grandparent(helper) : random.pick(['63', '64', '86', '90'])
  chronicle.register(personRelation, {
    area: now.area,
    on,
    values: {
      person: child.id,
      kind: '1',
      relation,
      ...(helper ? { relative: helper.id } : { name, phone, note: '住在外地，电话联系' }),
    },
  })
  // The ledger tells the same of the guardian.
  chronicle.change(
    entry,
    on,
    { guardianName: name, guardianRelation: relation, guardianPhone: phone },
    '登记监护人',
  )
}

/** Frail elders who live alone, or cannot look after themselves: a neighbour or relative near by comes to them. */
const careForElder = (world: World, residents: Residents, entry: Tracked, elder: Tracked) => {
  const { chronicle, random } = world
  const { currentStatus, livingArrangement } = entry.current!.values
  const frail = currentStatus === '3' || (currentStatus === '2' && livingArrangement === '1')
  if (!frail || !random.chance(0.5)) return
  const { area, values, validFrom } = elder.current!
  const on = [validFrom, entry.current!.validFrom].sort().at(-1)!
  const helper = findHelper(world, residents, { area, on, household: values.household, ages: [35, 68] })
  if (!helper) return
  chronicle.register(personRelation, {
    area,
    on,
    values: { person: elder.id, kind: '2', relative: helper.id, relation: random.chance(0.3) ? '97' : '99' },
  })
}

/** Guardians of left-behind children, carers of frail elders; made last, as what hangs on all the others. */
export const tiePersons = (world: World): void => {
  const residents = residentsByCommunity(world)
  const persons = new Map(
    world.chronicle.records
      .filter((record) => record.definition.name === 'person' && !endOf(record))
      .map((record) => [record.id, record]),
  )
  for (const entry of [...world.chronicle.records]) {
    const subject = entry.current && persons.get(String(entry.subject))
    if (!subject) continue
    if (entry.definition.name === leftBehindChild.name) guardChild(world, residents, entry, subject)
    if (entry.definition.name === elderCare.name) careForElder(world, residents, entry, subject)
  }
}
