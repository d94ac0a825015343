import { closeDispute as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** Ends a mediation that came to no agreement, by a fixed list; an agreement ends by the revisit. */
export const closeDispute = defineStep(contract, 'close', (_, { outcome, text }) => ({ outcome, text }))
