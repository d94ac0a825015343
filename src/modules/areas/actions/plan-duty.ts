import { addDays } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { servingOn } from '../pages/roster.ts'
import { fillGaps, rosterDays, standardRule } from '../roster/plan-roster.ts'
import {
  fillDuty as fillContract,
  planDuty as planContract,
  setDutyRule as ruleContract,
  swapDuty as swapContract,
} from '../roster-contract.ts'
import { deleteDuties, findRule, insertDuties, listDuties, listServing, saveRule } from '../storage/duties.ts'

/** How far back it is counted who was on duty how often. */
const lookBack = 28

const refuseForeign = (repository: Repository, area: string) => {
  if (!may(repository.actor, 'staff.manage', area))
    throw new Problem('area.not_found', '没有这个区域，或者您不能在这里排班。')
}

const refusePast = (repository: Repository, days: readonly string[]) => {
  if (days.some((day) => day < repository.today))
    throw new Problem('field.invalid', '过去的值班已经记下，不能再改；请从今天起排班。', {
      places: [{ field: 'day', message: '不能早于今天' }],
    })
}

const wrong = (field: string, message: string) =>
  new Problem('field.invalid', message, { places: [{ field, message }] })

/** Which shifts an area keeps, and how many people each wants. */
export const setDutyRule = defineAction(ruleContract, async (repository, { area, ...rule }) => {
  refuseForeign(repository, area)
  if (new Set(rule.shifts.map(({ key }) => key)).size < rule.shifts.length)
    throw wrong('shifts', '班次不能重复，请删去一个。')
  await saveRule(repository, area, rule)
  return { answer: { area }, audit: { area, detail: { ...rule } } }
})

/** Puts people on duty, who must hold a post there on that day, and takes others off. */
export const planDuty = defineAction(planContract, async (repository, { area, add, remove }) => {
  refuseForeign(repository, area)
  const removed = await deleteDuties(repository, area, remove)
  refusePast(
    repository,
    [...add, ...removed].map(({ day }) => day),
  )
  const rule = (await findRule(repository, area)) ?? standardRule
  const days = add.map(({ day }) => day).toSorted()
  const span = { from: days[0] ?? repository.today, to: days.at(-1) ?? repository.today }
  const serving = await listServing(repository, area, span)
  const standing = new Set(
    (await listDuties(repository, area, span)).map(({ day, shift, staff }) => `${day} ${shift} ${staff}`),
  )
  for (const { day, shift, staff } of add) {
    if (!rule.shifts.some(({ key }) => key === shift)) throw wrong('shift', '没有这个班次，请刷新后重选。')
    if (!servingOn(serving, day).includes(staff))
      throw wrong('staff', `这个人 ${day} 不在这里的岗位上，不能排班。`)
    if (standing.has(`${day} ${shift} ${staff}`))
      throw wrong('staff', `这个人 ${day} 已经在这一班，不用再排。`)
    standing.add(`${day} ${shift} ${staff}`)
  }
  const added = await insertDuties(repository, area, add)
  return {
    answer: { added, removed: removed.length },
    audit: {
      area,
      detail: { add, removed: removed.map(({ day, shift, staff }) => ({ day, shift, staff })) },
    },
  }
})

/** Fills the gaps from today on with those who were on duty least. */
export const fillDuty = defineAction(fillContract, async (repository, { area, from, days: count }) => {
  refuseForeign(repository, area)
  const rule = (await findRule(repository, area)) ?? standardRule
  const days = rosterDays(rule, from, count).filter(({ day }) => day >= repository.today)
  const last = days.at(-1)?.day
  if (last === undefined) return { answer: { added: [] }, audit: { area, detail: { added: 0 } } }
  const serving = await listServing(repository, area, { from: repository.today, to: last })
  const duties = await listDuties(repository, area, { from: addDays(repository.today, -lookBack), to: last })
  const counted = duties.filter(
    ({ day, staff }) => day < repository.today || servingOn(serving, day).includes(staff),
  )
  const plan = fillGaps(rule, days, counted, (day) => servingOn(serving, day))
  const added = await insertDuties(repository, area, plan)
  return { answer: { added }, audit: { area, detail: { from, days: count, added: added.length } } }
})

/** Two people take each other's place; nobody ends up twice in one shift. */
export const swapDuty = defineAction(swapContract, async (repository, { area, one, other }) => {
  refuseForeign(repository, area)
  const taken = await deleteDuties(repository, area, [one, other])
  const [first, second] = taken
  if (!first || !second) throw new Problem('record.not_found', '这一班刚刚被改过，请刷新后重选。')
  refusePast(repository, [first.day, second.day])
  const swapped = [
    { ...first, staff: second.staff },
    { ...second, staff: first.staff },
  ]
  const serving = await listServing(repository, area, {
    from: [first.day, second.day].toSorted()[0]!,
    to: [first.day, second.day].toSorted()[1]!,
  })
  for (const { day, shift, staff } of swapped) {
    const standing = await listDuties(repository, area, { from: day, to: day })
    if (standing.some((duty) => duty.shift === shift && duty.staff === staff))
      throw wrong('other', `换班后同一个人会在 ${day} 的同一班出现两次，请另选。`)
    if (!servingOn(serving, day).includes(staff))
      throw wrong('other', `${day} 其中一人不在岗位上，不能换班。`)
  }
  await insertDuties(repository, area, swapped)
  return {
    answer: { swapped: true },
    audit: { area, detail: { swapped: swapped.map(({ day, shift, staff }) => ({ day, shift, staff })) } },
  }
})
