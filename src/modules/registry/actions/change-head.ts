import { Problem } from '../../../platform/contract/problem.ts'
import { changeHead as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersBefore, nameOf, stageHousehold } from '../changes/draft.ts'

/** 变更户主: the relations of all follow the new head. */
export const changeHead = defineChange(contract, async (draft, input) => {
  const home = await stageHousehold(draft, input.household)
  const head = (await membersBefore(draft, home.id)).find(({ id }) => id === input.head)
  if (!head || home.values.head === head.id)
    throw new Problem('field.invalid', '新户主要从这一户的其他成员中选。', {
      places: [{ field: 'head', message: '请选择' }],
    })
  home.values.head = head.id
  return { title: `${homeName(draft, home)}户主变更为${nameOf(head)}`, household: home }
})
