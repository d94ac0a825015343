import { Problem } from '../../../platform/contract/problem.ts'
import { revisitDispute as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** Somebody asks whether it is kept: it ends, waits for what is left, or is mediated anew. */
export const revisitDispute = defineStep(contract, 'revisit', ({ agreement }, { result, text }) => {
  const left = agreement!.items.filter(({ state }) => state !== 'kept').length
  if (result === 'kept' && left > 0)
    throw new Problem(
      'rule.unmet',
      `协议还有 ${left} 项没有记为履行，不能结案。请先记录履行，或者选“还在履行”。`,
    )
  return { result, text }
})
