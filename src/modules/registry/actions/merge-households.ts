import { Problem } from '../../../platform/contract/problem.ts'
import { mergeHouseholds as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersBefore, moveTo, stageHousehold } from '../changes/draft.ts'

/** 并户: all of a household join another; theirs ends. */
export const mergeHouseholds = defineChange(contract, async (draft, input) => {
  if (input.household === input.into)
    throw new Problem('field.invalid', '请选择并入的另一户。', {
      places: [{ field: 'into', message: '请选择另一户' }],
    })
  const from = await stageHousehold(draft, input.household)
  const into = await stageHousehold(draft, input.into)
  await membersBefore(draft, into.id)
  const moving = await membersBefore(draft, from.id)
  for (const one of moving) moveTo(draft, one, into)
  if (moving.length === 0) from.end = 'moved'
  return { title: `${homeName(draft, from)}并入${homeName(draft, into)}`, household: into }
})
