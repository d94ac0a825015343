import { Problem } from '../../../platform/contract/problem.ts'
import { returnMatter as contract } from '../contract.ts'
import { bodyAbove } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

const mostReturns = 2

/** Back to the owner with the reason; the third time the level above decides, and that is binding. */
export const returnMatter = defineStep(contract, 'return', async (context, { text }) => {
  const { repository, facts, clocks, now } = context
  if (facts.binding)
    throw new Problem('rule.unmet', '这件诉求由上级裁定交办，不能再退回。请先签收；确有困难，可以上报。')
  const decided = facts.returns >= mostReturns
  return {
    kind: 'return',
    detail: {
      text,
      decider: decided ? await bodyAbove(repository, facts.owner) : null,
      accept: decided ? clocks.accept(facts.class, now) : null,
    },
  }
})
