import { z } from 'zod'
import { plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/**
 * What a difference is. Of cells: `proposed` they changed, we did not; `conflict` both changed, differently;
 * `agreed` both made the same change; `ours` only we changed since; `computed` they changed what follows from other
 * fields; `manual` they wrote where no field takes it; `unreadable` what they wrote does not fit the field.
 * Of rows: `added`, `removed`, `doubled` (a second row about the same record), `gone` (no longer in the ledger).
 */
export const differenceKind = z.enum([
  'proposed',
  'conflict',
  'agreed',
  'ours',
  'computed',
  'manual',
  'unreadable',
  'added',
  'removed',
  'doubled',
  'gone',
])
export type DifferenceKind = z.infer<typeof differenceKind>

const difference = z.object({
  id: z.string(),
  kind: differenceKind,
  sheet: z.string(),
  /** In the file that came back; null for a row that is not in it. */
  row: z.number().int().nullable(),
  /** `C12`; null for a whole row. */
  cell: z.string().nullable(),
  header: z.string(),
  /** Who or what the row is about. */
  name: z.string(),
  /** The three sides; sensitive values masked. */
  sent: z.string(),
  held: z.string(),
  came: z.string(),
  message: z.string(),
  definition: z.string().nullable(),
  record: z.string().nullable(),
  field: z.string().nullable(),
  decision: z.enum(['open', 'accepted', 'kept']),
  /** Whether one can still decide: `proposed` and `conflict`. */
  decidable: z.boolean(),
})
export type Difference = z.infer<typeof difference>

export const getFormReturn = defineRoute({
  path: '/api/form-returns/:id',
  title: '回收的表格',
  right: 'data.import',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    kind: differenceKind.optional(),
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    id: z.string(),
    request: z.string(),
    title: z.string(),
    fileName: z.string(),
    state: z.enum(['reading', 'ready', 'done', 'failed']),
    message: z.string(),
    /** By kind; `same` counts the cells in which nothing differs, `open` what is still to be decided. */
    counts: z.record(z.string(), z.number()),
    total: z.number().int(),
    differences: z.array(difference),
    createdAt: z.string(),
    by: z.string(),
  }),
})

/** Compares a form that came back with what was sent and what is held; a job. Nothing is written to the ledger. */
export const readFormReturn = describeAction({
  name: 'readFormReturn',
  title: '回收填好的表格',
  right: 'data.import',
  input: z.object({ request: z.uuid(), file: z.uuid(), fill: z.uuid().optional() }),
  output: z.object({ return: z.string(), job: z.string() }),
})

/** Takes proposed changes into the ledger, or keeps what is held. */
export const decideReturn = describeAction({
  name: 'decideReturn',
  title: '采纳回收表的修改',
  right: 'ledger.write',
  input: z.object({
    id: z.uuid(),
    /** Ids of differences; at most 500 at a time. */
    accept: z.array(z.string()).max(500).default([]),
    keep: z.array(z.string()).max(500).default([]),
    /** From when the accepted values hold. */
    on: plainDate,
    mode: z.enum(['change', 'correction']).default('correction'),
  }),
  output: z.object({ accepted: z.number().int(), kept: z.number().int() }),
})
