import { recordSession as contract } from '../contract.ts'
import { defineStep, refuseFutureDay } from './define-step.ts'

/** A talk: when, where, who came, what was said. */
export const recordSession = defineStep(
  contract,
  'session',
  (_, { on, place, present, text }, repository) => {
    refuseFutureDay(repository, on)
    return { on, place, present: [...new Set(present)], text }
  },
)
