import type { z } from 'zod'
import type { Parsed } from '../parsed.ts'

/** How a value is laid down in a typed table; `jsonb` storage derives its casts from the same word. */
export type ColumnKind = 'text' | 'date' | 'integer' | 'numeric' | 'boolean' | 'uuid'

/** The form control that asks for a value; the web layer draws it without knowing the type. */
export type Control =
  | { kind: 'text'; maxLength?: number; inputMode?: 'text' | 'numeric' | 'tel' | 'decimal' }
  | { kind: 'longText'; maxLength?: number }
  | { kind: 'number'; decimals: number; min?: number; max?: number; unit?: string }
  | { kind: 'date'; precision: 'day' | 'month' | 'year' }
  | { kind: 'choice'; options: readonly { value: string; title: string }[] }
  | { kind: 'flag' }
  | { kind: 'area' }
  | { kind: 'reference'; record: string }

/** A source of repeatable chance, for samples and the demo office: a number in [0, 1). */
export type Chance = () => number

/**
 * A field type answers every question about its values, so that shared code never asks which type it is.
 * Values are JSON: dates are `YYYY-MM-DD`, months `YYYY-MM`, money is a number of yuan, codes are text.
 */
export interface FieldType<Value = unknown> {
  /** Stable name, also used where a definition is stored as data. */
  readonly name: string
  readonly column: ColumnKind
  /** What the API accepts and returns. */
  readonly schema: z.ZodType<Value>
  readonly control: Control
  /** Whether a metric may group by it, sum it, or neither. */
  readonly role: 'dimension' | 'measure' | 'none'
  /** Whether its values may be encrypted at rest; dimensions may not, since statistics group by them. */
  readonly encryptable: boolean
  /** Reads what a person or a spreadsheet wrote; the text is never empty. */
  parse(text: string): Parsed<Value>
  /** Writes it for a person. */
  format(value: Value): string
  /** A masked form for those who may know that a value exists, but not which. */
  mask(value: Value): string
  /** A plausible made-up value. */
  sample(chance: Chance): Value
  /** The type as data; `fieldTypeFromSpec` turns it back. */
  readonly spec: FieldTypeSpec
}

/** A field type as data, the form in which an office's own ledger stores it. */
export interface FieldTypeSpec {
  readonly type: string
  readonly [option: string]: unknown
}
