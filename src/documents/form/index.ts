export type { FillValue } from './fill/cell-value.ts'
export { type FormContent, fillForm } from './fill/fill-form.ts'
export type { FormRow } from './fill/form-rows.ts'
export { type GroupRows, type LaidGroup, layGroups } from './fill/group-layout.ts'
export type { CellSource } from './fill/provenance-sheet.ts'
export type { HeaderContext } from './header-reader.ts'
export type { ColumnMatch, Match } from './match.ts'
export { type ExpectedField, matchHeaders } from './match-headers.ts'
export type {
  CellPlan,
  ColumnPlan,
  CrossCell,
  CrossLine,
  CrossTable,
  FormPlan,
  RowCondition,
  RowKind,
  RowSet,
  SheetPlan,
} from './plan.ts'
export { recogniseContent, type SheetContent } from './recognise-content.ts'
export { headsSubtotal, type RowGroup } from './row-groups.ts'
export { type FormContext, understandForm } from './understand-form.ts'
export type {
  AddressParts,
  CodedItem,
  ElementValue,
  FitContext,
  FittedValue,
  ValueStyle,
} from './value/element-value.ts'
export { fitValue } from './value/fit-value.ts'
