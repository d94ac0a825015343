import { defineAction } from '../../../platform/server/action/define-action.ts'
import { setTypingTime as contract } from '../contract-burden.ts'
import { readTypingTime, storeTypingTime } from '../storage/typing-time.ts'

/** Says how long typing one cell is taken to last; what was counted before stays as it was. */
export const setTypingTime = defineAction(contract, async (repository, { seconds }) => {
  const before = await readTypingTime(repository)
  await storeTypingTime(repository, seconds)
  return { answer: { seconds }, audit: { definition: 'formRequest', detail: { before, seconds } } }
})
