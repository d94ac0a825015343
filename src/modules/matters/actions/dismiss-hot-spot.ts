import { defineAction } from '../../../platform/server/action/define-action.ts'
import { dismissHotSpot as contract } from '../contract-hot-spots.ts'
import { saveDecision } from '../storage/hot-spots.ts'
import { holdHotSpot } from './open-lasting.ts'

/** Leaves a hot spot as it is, and says why; new matters there count from the day after. */
export const dismissHotSpot = defineAction(contract, async (repository, input) => {
  const { found, place } = await holdHotSpot(repository, input, input.matters)
  const { area, category, reason } = input
  const id = await saveDecision(repository, {
    ...input,
    place,
    count: found.length,
    matter: null,
    reason,
    at: new Date(),
  })
  return { answer: { id }, audit: { area, detail: { category, matters: found.length, reason } } }
})
