import { noteProgress as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** What was done since, for the resident to see unless told otherwise. */
export const noteProgress = defineStep(contract, 'progress', (_, { text, public: shown, photos }) => ({
  kind: 'progress',
  detail: { text, public: shown },
  photos: { ids: photos, public: shown },
}))
