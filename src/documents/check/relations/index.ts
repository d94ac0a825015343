import type { Passage } from '../passage.ts'
import type { Relation } from '../relation.ts'
import { findAverages } from './average.ts'
import { findChanges } from './change.ts'
import { findProducts } from './product.ts'
import { findRatios } from './ratio.ts'
import { findShares } from './share.ts'
import { findSums } from './sum.ts'

const finders = [findSums, findShares, findChanges, findProducts, findAverages, findRatios]

/** Every place in a passage where its numbers can be held against each other. */
export const relationsOf = (passage: Passage): Relation[] =>
  passage.quantities.length < 2 ? [] : finders.flatMap((find) => find(passage))
