import { askExtension as contract } from '../contract.ts'
import { refuseSecondRequest } from './ask-pause.ts'
import { defineStep } from './define-step.ts'

const day = 86_400_000

/** Asks the level above for whole days more. */
export const askExtension = defineStep(contract, 'extend', ({ facts }, { text, days }) => {
  refuseSecondRequest(facts.request)
  return {
    kind: 'extend',
    detail: { text, due: new Date(Date.parse(facts.finishBy) + days * day).toISOString() },
  }
})
