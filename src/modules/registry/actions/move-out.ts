import { moveOut as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersAfter } from '../changes/draft.ts'
import { stageOneHousehold, wordNames } from '../changes/one-household.ts'

/** 迁出: some or all of a household leave. Their history stays, and they may return. */
export const moveOut = defineChange(contract, async (draft, input) => {
  const { home, persons } = await stageOneHousehold(draft, input.persons)
  for (const one of persons) one.end = 'moved'
  const rest = home ? await membersAfter(draft, home.id) : []
  const whom = home && rest.length === 0 ? `${homeName(draft, home)}全户` : wordNames(persons)
  return { title: `${whom}迁出${input.to ? `至${input.to}` : ''}`, person: persons[0], household: home }
})
