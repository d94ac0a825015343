import { withdrawMatter as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** The resident takes it back. */
export const withdrawMatter = defineStep(contract, 'withdraw', (_, { text }) => ({
  kind: 'withdraw',
  detail: { text },
}))
