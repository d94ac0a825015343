export {
  type CheckOptions,
  type CheckResult,
  checkLine,
  checkReport,
  type Finding,
  type FindingKind,
  type Relation,
  type RelationKind,
  type ReportInput,
  type Severity,
  type Span,
} from './check/index.ts'
export { type DocumentText, type Paragraph, readDocx } from './docx/index.ts'
export {
  type DateMention,
  findQuantities,
  type Hedge,
  type Ordinal,
  type Quantity,
  type QuantityKind,
} from './quantity/index.ts'
export { normalise, readText } from './text/index.ts'
