import { defineAction } from '../../../platform/server/action/define-action.ts'
import { setCapacity as contract } from '../contract.ts'
import { resizeSlot } from '../storage/slots.ts'

/** More or less room at one time, never less than is taken. */
export const setCapacity = defineAction(contract, async (repository, { slot, capacity }) => {
  const area = await resizeSlot(repository, slot, capacity)
  return { answer: { capacity }, audit: { subject: slot, area, detail: { capacity } } }
})
