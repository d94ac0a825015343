import { consentFields, withdrawal } from './consent.ts'
import type { FieldType } from './field-type.ts'

/** Classes of personal data that are masked by default (design.md §1.5). */
export type Sensitivity = 'identity' | 'contact' | 'health' | 'finance'

/**
 * How a field can be sought: `name` by its characters, pinyin or initials; `whole` and `tail` (last four
 * characters) by keyed hash, so that encrypted values can be found; `text` by any part of it.
 */
export type SearchFace = 'name' | 'whole' | 'tail' | 'text'

export interface FieldInput {
  // biome-ignore lint/suspicious/noExplicitAny: a record holds fields of every value type
  readonly type: FieldType<any>
  readonly title: string
  readonly required?: boolean
  readonly sensitive?: Sensitivity
  /** The dictionary element; `${record}.${key}` unless told. */
  readonly element?: string
  readonly unit?: string
  /** Shown in lists unless the person chooses otherwise. */
  readonly listed?: boolean
  /** Other words that spreadsheets use for it. */
  readonly synonyms?: readonly string[]
  /** Kept by the system, never typed. */
  readonly kept?: boolean
  readonly search?: readonly SearchFace[]
}

export interface Field extends FieldInput {
  readonly key: string
  readonly element: string
  readonly required: boolean
  readonly listed: boolean
  readonly kept: boolean
  /** Stored as ciphertext: sensitive and of a type that allows it. */
  readonly encrypted: boolean
  readonly search: readonly SearchFace[]
}

/**
 * Why it may be held (PIPL art. 13): `duty`, a task that the law gives the office, or `consent` of whom it is about.
 * `rule` names the law, for people; empty where the office has not said.
 */
export interface LegalBasis {
  readonly kind: 'duty' | 'consent'
  readonly rule: string
}

interface Shape {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly basis: LegalBasis
  readonly fields: Readonly<Record<string, Field>>
}

/** A thing with a typed table of its own: person, household, dwelling. */
export interface RecordDefinition extends Shape {
  readonly kind: 'record'
  readonly table: string
  /** The rights to read and to write it; those of the registry unless told. */
  readonly rights: { readonly read: string; readonly write: string }
  /** Rows of a spreadsheet may become records of it. */
  readonly importable: boolean
  /** Changed only by the steps of its own module: not edited, undone or revealed like any other. */
  readonly managed: boolean
}

/** Entries about a record, all kept in one shared table. */
export interface LedgerDefinition extends Shape {
  readonly kind: 'ledger'
  /** What an entry is about; absent for a ledger of things that stand for themselves. */
  readonly of?: RecordDefinition
  readonly description: string
  /** A subject stands in the ledger at most once at a time. */
  readonly once: boolean
  /** Rule (CEL) that a subject must meet to be entered and to stay; its message says why not. */
  readonly entry?: { readonly rule: string; readonly message: string }
  /** Whoever meets this rule should stand in the ledger (应进), for the reason given. */
  readonly expected?: Expectation
  /** An entry that meets one of these should be taken out (应出), with the cause. */
  readonly exits: readonly ExitRule[]
  /** Field values that follow from a change of the subject or its household. */
  readonly follows: readonly FollowRule[]
  /** Who keeps it and how often each entry is to be confirmed. */
  readonly upkeep?: Upkeep
  /** From this day on it takes no new entries; what stands in it can still be read and ended. */
  readonly retired?: string
}

/** A rule in CEL and, in a sentence, why somebody who meets it belongs in the ledger. */
export interface Expectation {
  readonly rule: string
  readonly reason: string
}

export interface ExitRule {
  readonly rule: string
  readonly reason: string
  readonly cause: 'reclassified' | 'expired'
}

/** When `rule` begins to hold of the subject, its field should read `value`. Beside the subject's own fields it may read `household.size`. */
export interface FollowRule {
  readonly rule: string
  readonly field: string
  readonly value: unknown
  readonly reason: string
}

export interface Upkeep {
  /** The post that keeps it, in words: 网格员. */
  readonly keeper: string
  /** Calendar days after which an entry is to be confirmed again. */
  readonly everyDays: number
}

export type Definition = RecordDefinition | LedgerDefinition

interface RecordInput {
  name: string
  title: string
  unit: string
  table: string
  rights?: RecordDefinition['rights']
  managed?: boolean
  importable?: boolean
  basis?: LegalBasis
  fields: Record<string, FieldInput>
}

interface LedgerInput {
  name: string
  title: string
  unit: string
  of?: RecordDefinition
  description?: string
  basis?: LegalBasis
  once?: boolean
  entry?: { rule: string; message: string }
  expected?: Expectation
  exits?: readonly ExitRule[]
  follows?: readonly FollowRule[]
  upkeep?: Upkeep
  retired?: string
  fields: Record<string, FieldInput>
}

const completeFields = (
  owner: string,
  fields: Record<string, FieldInput>,
  searchOf: (field: FieldInput) => readonly SearchFace[] = ({ search }) => search ?? [],
): Record<string, Field> => {
  // Without a prototype: keys come from requests, and `constructor` is no field.
  const complete: Record<string, Field> = Object.create(null)
  for (const [key, field] of Object.entries(fields))
    complete[key] = {
      ...field,
      key,
      element: field.element ?? `${owner}.${key}`,
      required: field.required ?? false,
      listed: field.listed ?? true,
      kept: field.kept ?? false,
      search: searchOf(field),
      encrypted: field.sensitive !== undefined && field.type.encryptable,
    }
  return complete
}

/** Describes a record with a table of its own; see design.md §3. */
export const defineRecord = (input: RecordInput): RecordDefinition => ({
  rights: { read: 'registry.read', write: 'registry.write' },
  managed: false,
  importable: false,
  basis: { kind: 'duty', rule: '' },
  ...input,
  kind: 'record',
  fields: completeFields(input.name, input.fields),
})

/** A number that a ledger keeps (a certificate's) is sealed, and sought whole or by its tail. */
const numberSearch = ({ search, sensitive, type }: FieldInput): readonly SearchFace[] =>
  search ?? (sensitive === 'identity' && type.encryptable ? ['whole', 'tail'] : [])

/** Describes a ledger (台账); its entries live in the shared table. */
export const defineLedger = (input: LedgerInput): LedgerDefinition => ({
  basis: { kind: 'duty', rule: '' },
  ...input,
  kind: 'ledger',
  description: input.description ?? '',
  once: input.once ?? input.of !== undefined,
  exits: [...(input.exits ?? []), ...(input.basis?.kind === 'consent' ? [withdrawal] : [])],
  follows: input.follows ?? [],
  fields: completeFields(
    input.name,
    { ...input.fields, ...(input.basis?.kind === 'consent' ? consentFields : {}) },
    numberSearch,
  ),
})

/** The field of that key. Throws where a definition is used with a key it does not have: a programming error. */
export const getField = (definition: Shape, key: string): Field => {
  const field = definition.fields[key]
  if (!field) throw new Error(`${definition.name} has no field ${key}`)
  return field
}
