import { Problem } from '../../../platform/contract/problem.ts'
import { answerMatter as contract } from '../contract.ts'
import type { Facts } from '../life/facts.ts'
import { defineStep } from './define-step.ts'

/** Throws `rule.unmet` while a summoned body has not done its part. */
export const refuseOpenParts = ({ parts }: Facts): void => {
  const open = parts.filter(({ state }) => state === 'open')
  if (open.length > 0)
    throw new Problem(
      'rule.unmet',
      `还有 ${open.length} 个协办单位没有反馈，不能答复。请催办，或在反馈后再答复。`,
    )
}

/** The answer to the resident, with its evidence, once every summoned body has done its part; then somebody else calls back. */
export const answerMatter = defineStep(
  contract,
  'answer',
  ({ facts, clocks, now }, { text, photos, photosShown }) => {
    refuseOpenParts(facts)
    return {
      kind: 'answer',
      detail: { text, callback: clocks.callback(now) },
      photos: { ids: photos, public: photosShown },
    }
  },
)
