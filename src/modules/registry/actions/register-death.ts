import { Problem } from '../../../platform/contract/problem.ts'
import { registerDeath as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { membersBefore, nameOf } from '../changes/draft.ts'
import { findSpouse } from '../changes/find-spouse.ts'
import { stageWithHome } from '../changes/one-household.ts'

/** 死亡: the registration ends; who was married to them in the same household is widowed. */
export const registerDeath = defineChange(contract, async (draft, input) => {
  const { person: dead, home } = await stageWithHome(draft, input.person)
  const members = home ? await membersBefore(draft, home.id) : []
  const spouse = input.spouse
    ? members.find(({ id }) => id === input.spouse)
    : home && findSpouse(members, dead, home)
  if (input.spouse && !spouse)
    throw new Problem('field.invalid', '配偶要从同一户的人中选；不住在一起的，请单独修改婚姻状况。', {
      places: [{ field: 'spouse', message: '不在同一户' }],
    })
  dead.end = 'died'
  if (spouse) spouse.values.maritalStatus = '30'
  return { title: `${nameOf(dead)}去世`, person: dead, household: home }
})
