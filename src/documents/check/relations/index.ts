import type { Passage } from '../passage.ts'
import { type Relation, termsOf } from '../relation.ts'
import { findAverages } from './average.ts'
import { findChanges } from './change.ts'
import { findChangesByRole } from './change-by-role.ts'
import { findFlows } from './flow.ts'
import { findProducts } from './product.ts'
import { findProductsByRole } from './product-by-role.ts'
import { findRatios } from './ratio.ts'
import { findShares } from './share.ts'
import { findSharesByRole } from './share-by-role.ts'
import { findListedShares } from './share-of-list.ts'
import { findSums } from './sum.ts'
import { findFramedSums } from './sum-of-frame.ts'
import { findListedSums } from './sum-of-list.ts'
import { findNearSums } from './sum-of-slip.ts'

/** Read by the words that tell of the relation. */
const byWording = [
  findFlows,
  findSums,
  findListedShares,
  findShares,
  findChanges,
  findProducts,
  findAverages,
  findRatios,
]
/** Read by the roles of figures that stand near each other: for what no wording has settled. */
const byRole = [findFramedSums, findListedSums, findSharesByRole, findChangesByRole, findProductsByRole]

/** A reading that holds takes back another of the same figures that does not. */
const withoutRefuted = (relations: Relation[]): Relation[] => {
  if (!relations.some((relation) => relation.holds === false)) return relations
  const agreeing = relations.filter((r) => r.holds === true).map((r) => [r.result, ...termsOf(r)])
  return relations.filter((relation) => {
    if (relation.holds !== false) return true
    const figures = [relation.result, ...termsOf(relation)]
    return !agreeing.some((others) => figures.every((figure) => others.includes(figure)))
  })
}

/** Every place in a passage where its numbers can be held against each other. */
export const relationsOf = (passage: Passage): Relation[] => {
  if (passage.quantities.length < 2) return []
  const found = withoutRefuted(byWording.flatMap((find) => find(passage)))
  const settled = new Set(found.filter((r) => r.holds !== 'unclear').map((r) => r.result))
  for (const find of byRole) {
    const more = find(passage).filter((r) => !settled.has(r.result))
    for (const { result } of more) settled.add(result)
    found.push(...more)
  }
  const all = withoutRefuted(found)
  // What some relation has settled needs no guess.
  const known = new Set(all.flatMap((r) => [r.result, ...termsOf(r)]))
  const guessed = findNearSums(passage).filter((r) => ![r.result, ...termsOf(r)].some((q) => known.has(q)))
  return [...all, ...guessed]
}
