import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { endUnit as contract } from '../contract-units.ts'
import { closeUnit, countOpen, findStandingUnit } from '../storage/units.ts'

/** Closes a section down once nothing lies before it: no open matter is ever without an owner. */
export const endUnit = defineAction(contract, async (repository, { id }) => {
  const unit = await findStandingUnit(repository, id)
  if (!unit || !may(repository.actor, 'staff.manage', unit.area))
    throw new Problem('record.not_found', '没有找到这个科室，或者它不归您管理。')
  const open = await countOpen(repository, id)
  if (open > 0)
    throw new Problem('rule.unmet', `「${unit.title}」还有 ${open} 件没有办结，不能撤销。请先办结或改派。`)
  await closeUnit(repository, id)
  return { answer: { id }, audit: { subject: id, area: unit.area, detail: { unit: unit.title } } }
})
