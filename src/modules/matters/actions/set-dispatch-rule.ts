import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { setDispatchRule as contract } from '../contract-units.ts'
import type { Body } from '../life/facts.ts'
import { refuseEndedBody } from '../storage/bodies.ts'
import { saveDispatchRule } from '../storage/dispatch-rules.ts'
import { refuseUnknownCategory } from './reclassify-matter.ts'

/** To whom matters of a category go in an area, proposed when one is dispatched. */
export const setDispatchRule = defineAction(contract, async (repository, { category, area, body }) => {
  if (!may(repository.actor, 'matter.dispatch', area))
    throw new Problem('right.missing', '您的岗位不能设置这个区域的派发规则。')
  refuseUnknownCategory(category)
  if (body !== null) await refuseEndedBody(repository, body as Body)
  await saveDispatchRule(repository, { category, area, body: body as Body | null })
  return { answer: { category }, audit: { area, detail: { category, body } } }
})
