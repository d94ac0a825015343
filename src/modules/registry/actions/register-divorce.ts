import { Problem } from '../../../platform/contract/problem.ts'
import { registerDivorce as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { moveTo, nameOf } from '../changes/draft.ts'
import { formHousehold } from '../changes/form-household.ts'
import { stageWithHome } from '../changes/one-household.ts'

/** 离婚: both are divorced from that day on; one may leave and form a household. */
export const registerDivorce = defineChange(contract, async (draft, input) => {
  const one = await stageWithHome(draft, input.person)
  const other = input.spouse ? await stageWithHome(draft, input.spouse) : undefined
  if (other?.person === one.person)
    throw new Problem('field.invalid', '请选择原配偶本人。', {
      places: [{ field: 'spouse', message: '不能是同一人' }],
    })
  for (const each of [one, other]) if (each) each.person.values.maritalStatus = '40'
  const leaver = input.leaves === 'spouse' ? other : input.leaves === 'person' ? one : undefined
  if (input.leaves && !leaver?.home)
    throw new Problem('field.invalid', '搬出的一方还没有登记所在住户。', {
      places: [{ field: 'leaves', message: '没有登记住户' }],
    })
  let home = one.home
  if (leaver?.home) {
    home = await formHousehold(draft, input, leaver.home)
    moveTo(draft, leaver.person, home)
  }
  const names = [one, other].flatMap((each) => (each ? [nameOf(each.person)] : []))
  return { title: `${names.join('与')}离婚`, person: one.person, household: home }
})
