import { decideMatter as contract } from '../contract.ts'
import type { Body } from '../life/facts.ts'
import { refuseEndedBody } from '../storage/bodies.ts'
import { defineStep } from './define-step.ts'

/** Says whose it is after it was returned too often; that body cannot return it once more. */
export const decideMatter = defineStep(contract, 'decide', async (context, { to, text }) => {
  await refuseEndedBody(context.repository, to as Body)
  const { facts, clocks, now } = context
  return { kind: 'decide', detail: { to: to as Body, text, accept: clocks.accept(facts.class, now) } }
})
