import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import { setWeights as contract } from '../contract-measures.ts'
import { saveWeights } from '../storage/weights.ts'

/** Digits of a subdistrict's path: who dispatches there or above decides for the office. */
const subdistrict = 9

export const mayWeigh = (actor: Actor): boolean =>
  areasWith(actor, 'matter.dispatch').some((area) => area.length <= subdistrict)

/** How much each rate counts in the composite, for the whole office. */
export const setWeights = defineAction(contract, async (repository, weights) => {
  if (!mayWeigh(repository.actor)) throw new Problem('right.missing', '权重由街道以上统一设置，请联系街道。')
  await saveWeights(repository, weights)
  return { answer: weights, audit: { area: repository.district, detail: { ...weights } } }
})
