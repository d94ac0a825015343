import { resumeMatter as contract } from '../contract.ts'
import type { Facts } from '../life/facts.ts'
import type { SetClock } from '../life/step.ts'
import { defineStep } from './define-step.ts'

/** After a pause the clock has left what it had when it stopped. */
export const resumedClock = (facts: Facts, now: Date): SetClock => {
  const left = Date.parse(facts.finishBy) - Date.parse(facts.pausedAt!)
  return {
    from: facts.finishFrom,
    due: new Date(now.getTime() + Math.max(left, 0)).toISOString(),
    assumed: facts.assumed,
  }
}

export const resumeMatter = defineStep(contract, 'resume', ({ facts, now }, { text }) => ({
  kind: 'resume',
  detail: { text, finish: resumedClock(facts, now) },
}))
