import { Problem } from '../../../platform/contract/problem.ts'
import { dispatchMatter as contract } from '../contract.ts'
import type { Body } from '../life/facts.ts'
import { refuseEndedBody } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

/** Hands it over; until the other has accepted, the owner stays who it was (首问负责). */
export const dispatchMatter = defineStep(contract, 'dispatch', async (context, { to, text }) => {
  const { repository, facts, clocks, now } = context
  if (to === facts.owner && facts.state === 'handling')
    throw new Problem('rule.unmet', '这件诉求现在就由这个单位办理，不用再派。')
  await refuseEndedBody(repository, to as Body)
  return { kind: 'dispatch', detail: { to: to as Body, text, accept: clocks.accept(facts.class, now) } }
})
