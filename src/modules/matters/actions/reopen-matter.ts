import { Problem } from '../../../platform/contract/problem.ts'
import { reopenMatter as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** A closed matter is taken up again by who answered for it last. */
export const reopenMatter = defineStep(contract, 'reopen', ({ facts, clocks, now }, { text }) => {
  if (facts.outcome?.into) throw new Problem('rule.unmet', '这件诉求已并入另一件，请在那一件里继续办理。')
  return { kind: 'reopen', detail: { text, owner: facts.owner, finish: clocks.finish(facts.class, now) } }
})
