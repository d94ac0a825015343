import { Problem } from '../../../platform/contract/problem.ts'
import { escalateMatter as contract } from '../contract.ts'
import { bodyAbove } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

/** Grid → community → subdistrict → district. */
export const escalateMatter = defineStep(contract, 'escalate', async (context, { text }) => {
  const { repository, facts, clocks, now } = context
  const to = await bodyAbove(repository, facts.owner)
  if (to === facts.owner) throw new Problem('rule.unmet', '已经在最上一级，不能再上报。')
  return { kind: 'escalate', detail: { to, text, accept: clocks.accept(facts.class, now) } }
})
