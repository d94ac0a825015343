import { reopenDispute as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** They quarrel again: mediated anew, by the same mediators until the head names others. */
export const reopenDispute = defineStep(contract, 'reopen', (_, { text }) => ({ text }))
