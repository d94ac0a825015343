import { acceptMatter as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** The body that it was handed to answers for it from now on. */
export const acceptMatter = defineStep(contract, 'accept', ({ facts }) => ({
  kind: 'accept',
  detail: { body: facts.pending! },
}))
