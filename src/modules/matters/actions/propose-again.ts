import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { proposeAgain as contract } from '../contract-hot-spots.ts'
import { findDismissal, removeDecision } from '../storage/hot-spots.ts'

/** Takes a dismissal back; that it was made stays in the audit. */
export const proposeAgain = defineAction(contract, async (repository, { id }) => {
  const found = await findDismissal(repository, id)
  if (!found || !may(repository.actor, 'matter.dispatch', found.area))
    throw new Problem('record.not_found', '没有找到这条记录，它可能已经重新提出。')
  await removeDecision(repository, id)
  return { answer: { id }, audit: { area: found.area, detail: { category: found.category } } }
})
