export { type FoundQuantities, findQuantities } from './find-quantities.ts'
export { findRanges, type NumberRange } from './find-ranges.ts'
export type { DateMention, Hedge, Ordinal, Quantity, QuantityKind } from './quantity.ts'
export { readValue, type WrittenValue } from './read-value.ts'
