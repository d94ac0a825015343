import { z } from 'zod'
import { defineRoute } from './route.ts'

export const fieldView = z.object({
  key: z.string(),
  title: z.string(),
  required: z.boolean(),
  listed: z.boolean(),
  kept: z.boolean(),
  sensitive: z.enum(['identity', 'contact', 'health', 'finance']).nullable(),
  unit: z.string().nullable(),
  role: z.enum(['dimension', 'measure', 'none']),
  /** See `Control` in core/definition/field-type.ts. */
  control: z.looseObject({ kind: z.string() }),
  type: z.string(),
})
export type FieldView = z.infer<typeof fieldView>

export const definitionView = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['record', 'ledger']),
  description: z.string(),
  /** Name of the record that entries are about. */
  of: z.string().nullable(),
  /** From which day it takes no new entries; null while it does. */
  retired: z.string().nullable(),
  fields: z.array(fieldView),
  /** What the signed-in person may do with it. */
  may: z.object({ write: z.boolean(), import: z.boolean(), export: z.boolean(), reveal: z.boolean() }),
})
export type DefinitionView = z.infer<typeof definitionView>

/** All records and ledgers that the signed-in person may read; forms, tables and filters are drawn from these. */
export const listDefinitions = defineRoute({
  path: '/api/definitions',
  title: '登记项与台账的定义',
  right: 'signedIn',
  answer: z.object({ definitions: z.array(definitionView) }),
})
