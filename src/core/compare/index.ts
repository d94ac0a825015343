export {
  type Cells,
  compareFields,
  compareThreeWays,
  type FieldComparison,
  type FieldOutcome,
  type ReturnedRow,
  type RowComparison,
} from './compare-three-ways.ts'
