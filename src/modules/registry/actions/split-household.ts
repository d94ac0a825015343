import { Problem } from '../../../platform/contract/problem.ts'
import { splitHousehold as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersAfter, membersBefore, moveTo, nameOf, stageHousehold } from '../changes/draft.ts'
import { formHousehold } from '../changes/form-household.ts'

/** 分户: people leave a household and form one of their own. */
export const splitHousehold = defineChange(contract, async (draft, input) => {
  const from = await stageHousehold(draft, input.household)
  const leaving = (await membersBefore(draft, from.id)).filter(({ id }) => input.persons.includes(id))
  const head = leaving.find(({ id }) => id === input.head)
  if (leaving.length !== new Set(input.persons).size || !head)
    throw new Problem('field.invalid', '分出去的人和新户主都要是这一户现在的人。', {
      places: [{ field: 'persons', message: '请从这一户中选择' }],
    })
  const home = await formHousehold(draft, input, from)
  for (const one of leaving) moveTo(draft, one, home)
  if ((await membersAfter(draft, from.id)).length === 0)
    throw new Problem('field.invalid', '全户一起走不是分户，请办理整户搬迁。', {
      places: [{ field: 'persons', message: '至少留下一人' }],
    })
  home.values.head = head.id
  return { title: `${nameOf(head)}从${homeName(draft, from)}分户`, household: home, person: head }
})
