import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'

/** Which rows go into a table: everything of a record or ledger, narrowed by a rule. */
export const rowChoice = z.object({
  /** `person`, `household`, `dwelling` or a ledger. */
  definition: z.string(),
  /** CEL over the definition's fields, `person.…` for a subject's; '' for all. */
  where: z.string().max(1000).default(''),
  /** One record alone, for a vertical form. */
  record: z.uuid().optional(),
})
export type RowChoice = z.output<typeof rowChoice>

/** A number of a statistical form, with its source; `/api/figures` and the source lens know the rest. */
export const cellFigure = z.object({
  /** Metric or segment: `disability.total;kind=4`. */
  metric: z.string(),
  title: z.string(),
  area: areaPath,
  asOf: plainDate,
  value: z.number().nullable(),
  unit: z.string(),
})

const status = z.enum(['mapped', 'ambiguous', 'unknown', 'not-held', 'manual'])

/** A column of a table, or a labelled cell of a vertical form. */
export const formField = z.object({
  /** `C` for a column, `B3` for the cell that takes the value. */
  place: z.string(),
  header: z.string(),
  status,
  /** The element of the data dictionary; null where it is left empty. */
  key: z.string().nullable(),
  title: z.string(),
  candidates: z.array(z.object({ key: z.string(), title: z.string() })),
  /** Where the value comes from, such as `居民·公民身份号码`; '' where the ledgers hold nothing for it. */
  from: z.string(),
  sensitive: z.boolean(),
  /** Why it stays empty, or what is to be decided; a sentence, '' where nothing is to be said. */
  reason: z.string(),
  /** Who said so: the machine, a memory of the same form, or a person. */
  by: z.enum(['machine', 'memory', 'person']),
  /** A person has to look at it: ambiguous, or different from the remembered form. */
  asks: z.boolean(),
})
export type FormField = z.infer<typeof formField>

const sheetView = z.object({
  name: z.string(),
  shape: z.enum(['table', 'vertical', 'mixed', 'statistical', 'none']),
  title: z.string(),
  headerRows: z.tuple([z.number(), z.number()]).nullable(),
  fields: z.array(formField),
  rows: rowChoice.nullable(),
  /** The proposal in words, with what the title says: `残疾人台账，60周岁以上`. */
  rowsTitle: z.string(),
  /** Words of the title for which no condition was found. */
  unusedConditions: z.array(z.string()),
  /** The earlier form of the same shape, and how much of it was recognised. */
  memory: z
    .object({
      title: z.string(),
      confirmedBy: z.string(),
      confirmedAt: z.string(),
      /** `same`: nothing to ask; `changed`: only the difference is asked. */
      match: z.enum(['same', 'changed']),
      /** Headers that stand elsewhere now. */
      moved: z.array(z.string()),
      /** Headers that the earlier form did not have. */
      added: z.array(z.string()),
      gone: z.array(z.string()),
    })
    .nullable(),
  /** For a statistical table: what its cells count unless their labels name another metric. */
  statistics: z
    .object({ metric: z.string().nullable(), title: z.string(), cells: z.number().int() })
    .nullable(),
  /** A person has confirmed columns and rows. */
  confirmed: z.boolean(),
  /** Every element that a column can be given, for the rows as chosen. */
  choices: z.array(z.object({ key: z.string(), title: z.string(), from: z.string() })),
})

const fillView = z.object({
  id: z.string(),
  state: z.enum(['filling', 'done', 'failed']),
  asOf: plainDate,
  area: areaPath,
  areaName: z.string(),
  rows: z.number().int(),
  /** Cells written by machine. */
  cells: z.number().int(),
  missing: z.array(
    z.object({ sheet: z.string(), place: z.string(), header: z.string(), count: z.number().int() }),
  ),
  /** What to know about the file, what could not be filled and why, why none was made: a sentence each. */
  notes: z.array(z.string()),
  unmasked: z.boolean(),
  job: z.string().nullable(),
  /** Only for whoever filled it. */
  file: z.string().nullable(),
  by: z.string(),
  createdAt: z.string(),
})

const returnHead = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(['reading', 'ready', 'done', 'failed']),
  message: z.string(),
  counts: z.record(z.string(), z.number()),
  by: z.string(),
  createdAt: z.string(),
})

export const requestHead = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  askedBy: z.string(),
  purpose: z.string(),
  deadline: plainDate.nullable(),
  state: z.enum(['open', 'filled', 'closed']),
  area: areaPath,
  areaName: z.string(),
  version: z.number().int(),
  by: z.string(),
  createdAt: z.string(),
  /** Columns and cells by how they stand. */
  counts: z.object({ fields: z.number().int(), filled: z.number().int(), asks: z.number().int() }),
})

export const requestView = requestHead.extend({
  sheets: z.array(sheetView),
  /** The same field asked before within the year, latest first. */
  askedBefore: z.array(
    z.object({
      element: z.string(),
      title: z.string(),
      request: z.string(),
      requestTitle: z.string(),
      askedBy: z.string(),
      on: plainDate,
      answered: z.boolean(),
    }),
  ),
  fills: z.array(fillView),
  returns: z.array(returnHead),
})
export type RequestView = z.infer<typeof requestView>
