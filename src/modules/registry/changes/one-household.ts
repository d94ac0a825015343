import { Problem } from '../../../platform/contract/problem.ts'
import { type Draft, membersBefore, nameOf, type Staged, stageHousehold, stagePerson } from './draft.ts'

export const wordNames = (persons: readonly Staged[]): string =>
  persons.length > 3
    ? `${persons.slice(0, 3).map(nameOf).join('、')}等 ${persons.length} 人`
    : persons.map(nameOf).join('、')

/** Somebody and the household in which they live, with all its members. */
export const stageWithHome = async (
  draft: Draft,
  id: string,
): Promise<{ person: Staged; home: Staged | undefined }> => {
  const person = await stagePerson(draft, id)
  const at = person.before.household as string | undefined
  if (!at) return { person, home: undefined }
  const home = await stageHousehold(draft, at)
  await membersBefore(draft, at)
  return { person, home }
}

/** People of one household, which is staged too. Throws `field.invalid` where they live in several. */
export const stageOneHousehold = async (draft: Draft, ids: readonly string[]) => {
  const persons: Staged[] = []
  let home: Staged | undefined
  for (const id of new Set(ids)) {
    const found = await stageWithHome(draft, id)
    if (persons.length > 0 && found.home !== home)
      throw new Problem('field.invalid', '一次只能办理同一户的人，请分开办理。', {
        places: [{ field: 'persons', message: '不在同一户' }],
      })
    home = found.home
    persons.push(found.person)
  }
  return { persons, home }
}
