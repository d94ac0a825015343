import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getMetric } from '../../../platform/server/figures/read-figure.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { spoken } from '../against/spoken.ts'
import { learnSynonym as contract } from '../contract.ts'
import { insertSynonym } from '../storage/synonym-row.ts'

/** Takes a person's word for what a way of saying means, in an area of theirs and below. */
export const learnSynonym = defineAction(contract, async (repository, { area, phrase, metric }) => {
  if (!may(repository.actor, 'report.write', area))
    throw new Problem('right.missing', '只能在自己的辖区教说法，请在顶部换一个区域。')
  if (metric !== null) getMetric(repository, metric)

  const id = await insertSynonym(repository, { area, phrase: spoken(phrase), metric })
  return {
    answer: { id },
    audit: { definition: 'metricSynonym', subject: id, area, detail: { metric: metric ?? '' } },
  }
})
