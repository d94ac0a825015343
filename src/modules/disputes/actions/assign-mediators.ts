import { Problem } from '../../../platform/contract/problem.ts'
import { assignMediators as contract } from '../contract.ts'
import { listPossibleMediators } from '../storage/heads.ts'
import { defineStep } from './define-step.ts'

/** The head says who mediates; whoever is no longer named no longer sees it. */
export const assignMediators = defineStep(contract, 'assign', async (facts, { mediators }, repository) => {
  const possible = new Map(
    (await listPossibleMediators(repository, facts.area)).map(({ staff, name }) => [staff, name]),
  )
  const chosen = [...new Set(mediators)].map((staff) => ({ staff, name: possible.get(staff) }))
  if (chosen.some(({ name }) => name === undefined))
    throw new Problem('field.invalid', '有的调解员现在没有管这个区域的岗位，请重新选择。', {
      places: [{ field: 'mediators', message: '请从列表里选择' }],
    })
  return { mediators: chosen.map(({ staff, name }) => ({ staff, name: name! })) }
})
