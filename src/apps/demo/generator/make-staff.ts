import { addDays } from '../../../core/time/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { drawSurname, makeGivenName } from './names.ts'
import type { DistrictPlan } from './plan-areas.ts'
import { makeRandom } from './random.ts'
import type { Span } from './world.ts'

/** Somebody of the staff with one post; `username` is that of a demo account. */
export interface StaffPost {
  readonly id: string
  readonly post: string
  readonly name: string
  readonly username: string | undefined
  readonly role: string
  readonly area: string
  readonly from: string
  readonly to: string | null
}

interface Named {
  readonly username: string
  readonly name: string
  readonly role: string
  readonly area: string
}

/** Chance that a post was handed over within the two years. */
const handedOver = 0.12

/** The last grid has had nobody for three weeks, and the post before it ends soon: something to mend. */
const leaveOpen = (staff: StaffPost[], span: Span) => {
  const last = staff.length - 1
  staff[last] = { ...staff[last]!, to: addDays(span.today, -20) }
  const before = staff.findLastIndex(({ area, to }) => area !== staff[last]!.area && to === null)
  staff[before] = { ...staff[before]!, to: addDays(span.today, 18) }
}

/** A grid worker for every grid, a head and two clerks for every community, and whoever has an account. */
export const makeStaff = (
  plan: DistrictPlan,
  span: Span,
  seed: number,
  accounts: readonly Named[],
): StaffPost[] => {
  const random = makeRandom(seed, 2)
  const began = Date.parse(`${span.start}T00:00:00Z`)
  let made = 0
  const nextId = () => newId(began + made++, random.bytes(10))
  const staff: StaffPost[] = []
  const open = [...accounts]

  const fill = (role: string, area: string) => {
    const account = open.findIndex((each) => each.role === role && each.area === area)
    const [known] = account < 0 ? [] : open.splice(account, 1)
    const birthYear = random.between(1968, 1999)
    const makeName = () =>
      drawSurname(random) + makeGivenName(random, random.chance(0.35) ? '1' : '2', birthYear)
    const change = random.chance(handedOver) ? addDays(span.start, random.between(60, 690)) : undefined
    const holder = { role, area, username: undefined }
    if (change)
      staff.push({ ...holder, id: nextId(), post: nextId(), name: makeName(), from: span.start, to: change })
    staff.push({
      ...holder,
      id: nextId(),
      post: nextId(),
      name: known?.name ?? makeName(),
      username: known?.username,
      from: change ?? span.start,
      to: null,
    })
  }

  for (const subdistrict of plan.subdistricts) {
    fill('officer', subdistrict.path)
    for (const community of subdistrict.communities) {
      fill('head', community.path)
      fill('clerk', community.path)
      fill('clerk', community.path)
      for (const grid of community.grids) fill('gridWorker', grid.path)
      if (community.number === 0 && community.grids.length > 3) leaveOpen(staff, span)
    }
  }
  for (const account of [...open]) fill(account.role, account.area)
  return staff
}
