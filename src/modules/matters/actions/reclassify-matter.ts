import { Problem } from '../../../platform/contract/problem.ts'
import { categories } from '../category/categories.ts'
import { reclassifyMatter as contract } from '../contract.ts'
import { defineStep } from './define-step.ts'

/** Throws `request.invalid` for a category that there is not. */
export const refuseUnknownCategory = (category: string): void => {
  if (!categories.some(({ code }) => code === category))
    throw new Problem('request.invalid', '没有这个诉求类别，请重新选择。', {
      places: [{ field: 'category', message: '请从列表里选择' }],
    })
}

/** Another category or class; another class has another clock, which counts from the receipt. */
export const reclassifyMatter = defineStep(contract, 'reclassify', (context, input) => {
  const { facts, clocks } = context
  refuseUnknownCategory(input.category)
  const finish = input.class === facts.class ? null : clocks.finish(input.class, new Date(facts.receivedAt))
  return {
    kind: 'reclassify',
    detail: { category: input.category, class: input.class, text: input.text, finish },
  }
})
