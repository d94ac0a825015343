import { kindOf } from '../kinship/rebase-kinship.ts'
import type { Staged } from './draft.ts'

const relation = ({ before }: Staged) => before.relationToHead as string | undefined

/** Husband or wife in the same household, where the relations leave no doubt: the head and the head's spouse. */
export const findSpouse = (members: readonly Staged[], one: Staged, home: Staged): Staged | undefined => {
  const head = members.find(({ id }) => id === home.before.head)
  const spouses = members.filter((member) => kindOf(relation(member)) === 'spouse')
  if (!head || spouses.length !== 1) return undefined
  if (one === head) return spouses[0]
  return one === spouses[0] ? head : undefined
}
