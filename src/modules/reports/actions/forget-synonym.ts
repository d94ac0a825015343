import { defineAction } from '../../../platform/server/action/define-action.ts'
import { forgetSynonym as contract } from '../contract.ts'
import { removeSynonym } from '../storage/synonym-row.ts'

/** Removes what somebody of one's own area taught; who and when stay written down. */
export const forgetSynonym = defineAction(contract, async (repository, { id }) => {
  const { area, metric } = await removeSynonym(repository, id)
  return {
    answer: { id },
    audit: { definition: 'metricSynonym', subject: id, area, detail: { metric: metric ?? '' } },
  }
})
