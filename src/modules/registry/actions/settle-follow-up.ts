import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { settleFollowUp as contract } from '../change-contract.ts'
import { settleOpen } from '../storage/store-change.ts'

/** What a change left to do is done. */
export const settleFollowUp = defineAction(contract, async (repository, { id, outcome }) => {
  const settled = await settleOpen(repository, id, outcome)
  if (!settled) throw new Problem('record.not_found', '没有找到这条待办，或者它已经办结。')
  return {
    answer: { id },
    audit: { definition: settled.definition, subject: settled.record, area: settled.area },
  }
})
