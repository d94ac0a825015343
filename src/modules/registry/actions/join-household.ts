import { Problem } from '../../../platform/contract/problem.ts'
import { joinHousehold as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersBefore, moveTo, stageHousehold } from '../changes/draft.ts'
import { stageOneHousehold, wordNames } from '../changes/one-household.ts'

/** 转户: people of one household join another. */
export const joinHousehold = defineChange(contract, async (draft, input) => {
  const { persons, home: from } = await stageOneHousehold(draft, input.persons)
  const home = await stageHousehold(draft, input.household)
  if (home === from)
    throw new Problem('field.invalid', '他们已经住在这一户，请选择另一户。', {
      places: [{ field: 'household', message: '请选择另一户' }],
    })
  await membersBefore(draft, home.id)
  for (const one of persons) moveTo(draft, one, home)
  return {
    title: `${wordNames(persons)}转入${homeName(draft, home)}`,
    household: home,
    person: persons[0],
  }
})
