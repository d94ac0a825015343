import type { Passage } from '../passage.ts'
import type { Relation } from '../relation.ts'
import { findAverages } from './average.ts'
import { findChanges } from './change.ts'
import { findChangesByRole } from './change-by-role.ts'
import { findProducts } from './product.ts'
import { findProductsByRole } from './product-by-role.ts'
import { findRatios } from './ratio.ts'
import { findShares } from './share.ts'
import { findSharesByRole } from './share-by-role.ts'
import { findSums } from './sum.ts'
import { findListedSums } from './sum-of-list.ts'

/** Read by the words that tell of the relation. */
const byWording = [findSums, findShares, findChanges, findProducts, findAverages, findRatios]
/** Read by the roles of figures that stand near each other: for what no wording has settled. */
const byRole = [findListedSums, findSharesByRole, findChangesByRole, findProductsByRole]

/** Every place in a passage where its numbers can be held against each other. */
export const relationsOf = (passage: Passage): Relation[] => {
  if (passage.quantities.length < 2) return []
  const found = byWording.flatMap((find) => find(passage))
  const settled = new Set(found.filter((r) => r.holds !== 'unclear').map((r) => r.result))
  const more = byRole.flatMap((find) => find(passage)).filter((r) => !settled.has(r.result))
  return [...found, ...more]
}
