import { defineAction } from '../../../platform/server/action/define-action.ts'
import { setMessageChoice as contract } from '../contract.ts'
import { saveChoice } from '../storage/choices.ts'

/** Everybody decides for themselves. */
export const setMessageChoice = defineAction(contract, async (repository, choice) => {
  await saveChoice(repository, choice)
  const { hidden, unmailed, email } = choice
  // Sealed where it is kept, it would lie in clear among the answers.
  return {
    answer: { email: '' },
    once: { email },
    audit: { detail: { hidden, unmailed, mails: email !== '' } },
  }
})
