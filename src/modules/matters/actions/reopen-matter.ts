import { Problem } from '../../../platform/contract/problem.ts'
import { reopenMatter as contract } from '../contract.ts'
import { bodyAbove, hasEnded } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

/** A closed matter is taken up again by who answered for it last; where that section is no more, by who is above it. */
export const reopenMatter = defineStep(contract, 'reopen', async (context, { text }) => {
  const { repository, facts, clocks, now } = context
  if (facts.outcome?.into) throw new Problem('rule.unmet', '这件诉求已并入另一件，请在那一件里继续办理。')
  const gone = await hasEnded(repository, facts.owner)
  const owner = gone ? await bodyAbove(repository, facts.owner) : facts.owner
  return { kind: 'reopen', detail: { text, owner, finish: clocks.finish(facts.class, now) } }
})
