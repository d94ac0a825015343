import type { Sensitivity } from '../definition/record.ts'

/** The kind of value an element holds; a field type in `src/core/definition` says how it is written. */
export type ElementType =
  | 'address'
  | 'area'
  | 'choice'
  | 'creditCode'
  | 'date'
  | 'decimal'
  | 'email'
  | 'flag'
  | 'idNumber'
  | 'integer'
  | 'longText'
  | 'money'
  | 'month'
  | 'phone'
  | 'text'
  | 'year'

/** One element of the data dictionary (数据元): one meaning, everywhere (一数一源). */
export interface Element {
  /** `entity.name`, such as `person.idNumber`; definitions use the same key. */
  readonly key: string
  readonly title: string
  readonly entity: string
  readonly type: ElementType
  /** The standard its values are coded by, as cited there: `GB/T 2261.1`. */
  readonly codes?: string
  readonly unit?: string
  /** Class of personal data it belongs to; absent where it says nothing private about anyone. */
  readonly sensitive?: Sensitivity
  /** Follows from other elements, so it is computed and never asked for. */
  readonly derived?: boolean
  readonly description: string
}
