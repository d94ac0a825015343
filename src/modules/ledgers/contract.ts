import { z } from 'zod'
import { areaPath, plainDate, recordEdit, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** The ledgers with how many entries each has at the viewpoint. */
export const listLedgers = defineRoute({
  path: '/api/ledgers',
  title: '台账目录',
  right: 'ledger.read',
  query: z.object({ area: areaPath.optional(), asOf: plainDate.optional() }),
  answer: z.object({
    ledgers: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        unit: z.string(),
        description: z.string(),
        count: z.number().int(),
        /** The catalogue metric that counts it, for the source lens. */
        metric: z.string(),
        /** Defined by the office itself. */
        own: z.boolean(),
        retired: z.string().nullable(),
      }),
    ),
  }),
})

/** Entries come from `/api/records/:ledger`. */
export const addEntry = describeAction({
  name: 'addEntry',
  title: '登记台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    /** The person; absent for ledgers that stand for themselves. */
    subject: z.uuid().optional(),
    /** For ledgers that stand for themselves: whose area. */
    area: areaPath.optional(),
    on: plainDate,
    values: z.record(z.string(), z.unknown()),
    reason: z.string().max(200).default(''),
  }),
  output: z.object({ record: recordView }),
})

export const editEntry = describeAction({
  name: 'editEntry',
  title: '修改台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    ...recordEdit.shape,
  }),
  output: z.object({ record: recordView }),
})

export const endEntry = describeAction({
  name: 'endEntry',
  title: '移出台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    id: z.uuid(),
    version: z.number().int(),
    on: plainDate,
    cause: z.enum(['moved', 'died', 'reclassified', 'expired', 'mistaken']),
    reason: z.string().max(200).default(''),
  }),
  output: z.object({ id: z.string(), version: z.number().int() }),
})

const cellFault = z.object({
  sheet: z.string(),
  /** From 1, as the spreadsheet program numbers them. */
  row: z.number().int(),
  column: z.string(),
  header: z.string(),
  /** What the cell says; sensitive values are shown, since the person brought the file. */
  text: z.string(),
  message: z.string(),
  suggestion: z.string().nullable(),
})

const importColumn = z.object({
  column: z.string(),
  header: z.string(),
  /** Key of the ledger's field, or `person.…`, or null: left out. */
  key: z.string().nullable(),
  status: z.enum(['mapped', 'ambiguous', 'unknown', 'not-held', 'manual']),
  candidates: z.array(z.object({ key: z.string(), title: z.string() })),
  /** Some values below the header. */
  examples: z.array(z.string()),
})

export const importView = z.object({
  id: z.string(),
  fileName: z.string(),
  ledger: z.string().nullable(),
  ledgerTitle: z.string(),
  area: z.string(),
  state: z.enum(['reading', 'preview', 'importing', 'done', 'failed', 'cancelled']),
  message: z.string(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.number().int(),
      headerRows: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  sheet: z.string().nullable(),
  columns: z.array(importColumn),
  /** Every field a column can be mapped to. */
  fields: z.array(z.object({ key: z.string(), title: z.string(), required: z.boolean() })),
  counts: z.object({
    rows: z.number().int(),
    /** Rows without a fault, by what they would do (preview) or did (done). */
    add: z.number().int(),
    change: z.number().int(),
    same: z.number().int(),
    newPersons: z.number().int(),
    faulty: z.number().int(),
  }),
  /** The first 200; `/api/imports/:id/faults` has all as a spreadsheet. */
  faults: z.array(cellFault),
  createdAt: z.string(),
})
export type ImportView = z.infer<typeof importView>

/**
 * Makes a ledger of the office's own, or widens it: the definition as data, fields by element of the dictionary
 * where there is one. Fields with entries can be retitled, not dropped or given another type. Without a `name`, and
 * for fields without a `key`, one is made from the title's pinyin.
 */
export const defineOwnLedger = describeAction({
  name: 'defineOwnLedger',
  title: '建立台账',
  right: 'ledger.define',
  input: z.object({ definition: z.record(z.string(), z.unknown()) }),
  output: z.object({ ledger: z.string() }),
})

/** Takes a ledger of the office's own out of use, or into use again. Its entries and their history stay. */
export const retireOwnLedger = describeAction({
  name: 'retireOwnLedger',
  title: '停用或恢复台账',
  right: 'ledger.define',
  input: z.object({
    ledger: z.string(),
    retire: z.boolean(),
    reason: z.string().trim().min(2, '请写明原因').max(200),
  }),
  output: z.object({ ledger: z.string() }),
})

/** A ledger of the office's own as data, to be widened. */
export const getOwnLedger = defineRoute({
  path: '/api/own-ledgers/:name',
  title: '自建台账的定义',
  right: 'ledger.define',
  params: z.object({ name: z.string() }),
  answer: z.object({
    definition: z.record(z.string(), z.unknown()),
    /** Whether somebody entered something, now or ever. */
    used: z.boolean(),
  }),
})

/** How each ledger is kept: who should be entered, what should be taken out, what is due to be confirmed. */
export const listUpkeep = defineRoute({
  path: '/api/upkeep',
  title: '台账的进出和核实情况',
  right: 'ledger.read',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({
    ledgers: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        unit: z.string(),
        /** Null where the ledger is never to be confirmed. */
        upkeep: z.object({ keeper: z.string(), everyDays: z.number().int() }).nullable(),
        enter: z.number().int(),
        leave: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  }),
})

/** Entries of any ledger that hold a certificate number, told whole or by its last four characters. */
export const findEntriesByNumber = defineRoute({
  path: '/api/entry-numbers',
  title: '按证件编号找台账记录',
  right: 'ledger.read',
  query: z.object({
    q: z.string().trim().min(1).max(60),
    limit: z.coerce.number().int().min(1).max(20).default(8),
  }),
  answer: z.object({
    entries: z.array(
      z.object({ id: z.string(), ledger: z.string(), ledgerTitle: z.string(), entry: recordView }),
    ),
  }),
})

/** 应进未进 (persons) or 应出未出 (entries), each with the rule and the reason. Nothing happens until somebody accepts. */
export const listProposals = defineRoute({
  path: '/api/ledgers/:ledger/proposals',
  title: '应进未进和应出未出',
  right: 'ledger.read',
  params: z.object({ ledger: z.string() }),
  query: z.object({
    kind: z.enum(['enter', 'leave']),
    area: areaPath.optional(),
    /** Those that somebody declined, instead of those that are open. */
    declined: z.enum(['true', 'false']).default('false'),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        record: recordView,
        rule: z.string(),
        reason: z.string(),
        /** Why somebody declined it; empty where nobody did. */
        declined: z.string(),
      }),
    ),
    next: z.string().nullable(),
    total: z.number().int(),
  }),
})

const many = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, '请至少选一条').max(200)

/** Enters everybody chosen who meets the rule, all with the same values. All or none. */
export const acceptEntering = describeAction({
  name: 'acceptEntering',
  title: '应进的登记到台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    subjects: many(z.uuid()),
    on: plainDate,
    values: z.record(z.string(), z.unknown()).default({}),
  }),
  output: z.object({ entries: z.array(z.object({ id: z.string(), version: z.number().int() })) }),
})

/** Takes out every entry chosen that a rule says should go, with the rule's cause. All or none. */
export const acceptLeaving = describeAction({
  name: 'acceptLeaving',
  title: '应出的移出台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    entries: many(z.object({ id: z.uuid(), version: z.number().int() })),
  }),
  output: z.object({ entries: z.array(z.object({ id: z.string(), version: z.number().int() })) }),
})

/** Says why a proposal is not followed. It stays to be seen among those declined. */
export const declineProposals = describeAction({
  name: 'declineProposals',
  title: '说明不进或不出的原因',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    kind: z.enum(['enter', 'leave']),
    records: many(z.uuid()),
    reason: z.string().trim().min(2, '请写明原因').max(200),
  }),
  output: z.object({ declined: z.number().int() }),
})

/** Says of entries that they were looked up and are right as they stand. */
export const confirmEntries = describeAction({
  name: 'confirmEntries',
  title: '核实台账',
  right: 'ledger.write',
  input: z.object({
    ledger: z.string(),
    on: plainDate,
    entries: many(z.object({ id: z.uuid(), version: z.number().int() })),
  }),
  output: z.object({ confirmed: z.number().int() }),
})

/**
 * Compares a file that was exported with row numbers, edited elsewhere and brought back: row by row and field by
 * field, what was handed out, what is held now, what came. Writes nothing. Rows that are the same are only counted.
 */
export const compareReturnedFile = describeAction({
  name: 'compareReturnedFile',
  title: '比对带回的表格',
  right: 'data.import',
  input: z.object({ ledger: z.string(), file: z.uuid() }),
  output: z.object({
    ledger: z.string(),
    counts: z.object({
      rows: z.number().int(),
      same: z.number().int(),
      change: z.number().int(),
      conflict: z.number().int(),
      added: z.number().int(),
      faulty: z.number().int(),
      gone: z.number().int(),
      repeated: z.number().int(),
      unknown: z.number().int(),
    }),
    rows: z.array(
      z.object({
        number: z.number().int(),
        kind: z.enum(['same', 'change', 'conflict', 'added', 'faulty', 'gone', 'repeated', 'unknown']),
        id: z.string().nullable(),
        name: z.string(),
        area: z.string(),
        fields: z.array(
          z.object({
            key: z.string(),
            title: z.string(),
            outcome: z.enum(['theirs', 'ours', 'agreed', 'conflict']),
            base: z.string(),
            ours: z.string(),
            theirs: z.string(),
          }),
        ),
        faults: z.array(z.string()),
        notes: z.array(z.string()),
      }),
    ),
  }),
})

/** Writes what the file changed; `choices` decides rows that both sides changed, by entry id. */
export const acceptReturnedFile = describeAction({
  name: 'acceptReturnedFile',
  title: '接受带回的表格',
  right: 'data.import',
  input: z.object({
    ledger: z.string(),
    file: z.uuid(),
    on: plainDate,
    choices: z.record(z.string(), z.enum(['theirs', 'ours', 'skip'])).default({}),
  }),
  output: z.object({
    written: z.number().int(),
    skipped: z.number().int(),
    /** Both sides changed it and nobody chose. */
    undecided: z.number().int(),
    faulty: z.number().int(),
  }),
})

/** Hands the rows that were added in a returned file to the import; nothing is written before that is confirmed. */
export const importAddedRows = describeAction({
  name: 'importAddedRows',
  title: '导入带回表格里新加的行',
  right: 'data.import',
  input: z.object({ ledger: z.string(), file: z.uuid() }),
  output: z.object({ import: z.string() }),
})

/** Reads an uploaded file and prepares a preview; poll `getImport`. Nothing is written to the ledger. */
export const startImport = describeAction({
  name: 'startImport',
  title: '读取导入文件',
  right: 'data.import',
  input: z.object({ file: z.uuid(), ledger: z.string().optional(), area: areaPath.optional() }),
  output: z.object({ import: z.string() }),
})

/** Changes sheet, ledger or mapping and previews again. */
export const remapImport = describeAction({
  name: 'remapImport',
  title: '调整列对应',
  right: 'data.import',
  input: z.object({
    id: z.uuid(),
    ledger: z.string().optional(),
    sheet: z.string().optional(),
    /** Column letter → key or null. */
    mapping: z.record(z.string(), z.string().nullable()).default({}),
  }),
  output: z.object({ import: z.string() }),
})

/** Writes the rows that have no fault. */
export const confirmImport = describeAction({
  name: 'confirmImport',
  title: '确认导入',
  right: 'data.import',
  input: z.object({ id: z.uuid(), on: plainDate }),
  output: z.object({ import: z.string() }),
})

export const cancelImport = describeAction({
  name: 'cancelImport',
  title: '放弃导入',
  right: 'data.import',
  input: z.object({ id: z.uuid() }),
  output: z.object({ import: z.string() }),
})

/** `GET /api/imports/:id/faults` downloads the faulty rows as .xlsx, reasons in a column of their own. */
export const getImport = defineRoute({
  path: '/api/imports/:id',
  title: '导入预览与进度',
  right: 'data.import',
  params: z.object({ id: z.uuid() }),
  answer: importView,
})

export const listImports = defineRoute({
  path: '/api/imports',
  title: '最近的导入',
  right: 'data.import',
  answer: z.object({
    imports: z.array(
      importView.pick({
        id: true,
        fileName: true,
        ledgerTitle: true,
        state: true,
        counts: true,
        createdAt: true,
      }),
    ),
  }),
})
