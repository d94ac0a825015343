export { address } from './address.ts'
export { areaPath } from './area-path.ts'
export { code } from './code.ts'
export { creditCode } from './credit-code.ts'
export { date } from './date.ts'
export { decimal } from './decimal.ts'
export type { Chance, ColumnKind, Control, FieldType, FieldTypeSpec } from './field-type.ts'
export { fieldTypeFromSpec, fieldTypeNames } from './field-type-from-spec.ts'
export { flag } from './flag.ts'
export { idNumber } from './id-number.ts'
export { integer } from './integer.ts'
export {
  type Departure,
  departures,
  type LedgerConsequence,
  leavingReason,
  ledgerConsequences,
  type StandingEntry,
  type SubjectFacts,
} from './ledger-consequences.ts'
export { type LedgerData, ledgerFromData } from './ledger-from-data.ts'
export { ledgerToData } from './ledger-to-data.ts'
export { longText } from './long-text.ts'
export {
  type CountMetric,
  defineMetric,
  defineRatio,
  type Flow,
  type MetricDefinition,
  type RatioMetric,
} from './metric.ts'
export { money } from './money.ts'
export { month } from './month.ts'
export { phone } from './phone.ts'
export {
  type Definition,
  defineLedger,
  defineRecord,
  type Field,
  type FieldInput,
  getField,
  type LedgerDefinition,
  type LegalBasis,
  type RecordDefinition,
  type Sensitivity,
} from './record.ts'
export { reference } from './reference.ts'
export { ruleContext, ruleVariables } from './rule-variables.ts'
export { text } from './text.ts'
export { year } from './year.ts'
