import { Problem } from '../../../platform/contract/problem.ts'
import { recordFulfilment as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** One thing that was agreed was done, or was not. */
export const recordFulfilment = defineStep(contract, 'fulfil', ({ agreement }, { item, kept, text }) => {
  const found = agreement?.items[item]
  if (!found) throw new Problem('field.invalid', '协议里没有这一项，请刷新页面再选。')
  if (found.state === 'kept') throw new Problem('rule.unmet', '这一项已经记为履行，不用再记。')
  if (!kept && text.length < 2)
    throw new Problem('field.invalid', '没有履行的，请写明情况。', {
      places: [{ field: 'text', message: '请写明情况' }],
    })
  return { item, kept, text }
})
