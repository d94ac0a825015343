import { addDays } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { roles } from '../../../platform/contract/right.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { findGaps, rosterDays, standardRule } from '../roster/plan-roster.ts'
import type { Roster } from '../roster-contract.ts'
import { findRule, listDuties, listServing } from '../storage/duties.ts'

/** The Monday of a day's week. */
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Who may be on duty on a day: those who hold a post there then. */
export const servingOn = (
  serving: readonly { id: string; from: string; to: string | null }[],
  day: string,
): string[] => [
  ...new Set(serving.filter(({ from, to }) => from <= day && (to === null || to > day)).map(({ id }) => id)),
]

/** The roster of an area with its gaps. Throws `area.not_found` outside one's scope. */
export const readRoster = async (
  repository: Repository,
  area: string,
  asked: { from?: string | undefined; days: number },
): Promise<Roster> => {
  if (!may(repository.actor, 'registry.read', area))
    throw new Problem('area.not_found', '没有这个区域，或者它不在您的辖区。')
  const from = asked.from ?? mondayOf(repository.today)
  const span = { from, to: addDays(from, asked.days - 1) }
  const own = await findRule(repository, area)
  const rule = own ?? standardRule
  const days = rosterDays(rule, from, asked.days)
  const serving = await listServing(repository, area, span)
  const there = new Map(days.map(({ day }) => [day, new Set(servingOn(serving, day))]))
  const duties = (await listDuties(repository, area, span)).map((duty) => ({
    ...duty,
    serving: there.get(duty.day)?.has(duty.staff) ?? false,
  }))
  return {
    area,
    areaName: repository.areas.nameOf(area),
    rule,
    standard: own === undefined,
    days,
    people: [
      ...new Map(
        serving.map(({ id, name, role }) => [id, { id, name, roleTitle: roles[role].title }]),
      ).values(),
    ],
    duties,
    gaps: findGaps(
      rule,
      days,
      duties.filter((duty) => duty.serving),
    ),
    mayPlan: may(repository.actor, 'staff.manage', area),
  }
}
