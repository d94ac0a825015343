import { z } from 'zod'
import { isPlainDate } from '../../core/time/index.ts'
import { defineRoute, describeAction } from './route.ts'

export const plainDate = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}$/, '日期应写作 2026-01-12')
  .refine(isPlainDate, '没有这一天，请检查月和日')
export const areaPath = z.string().regex(/^\d{2,27}$/, '区域代码应为数字')

/** Where and when one looks: every list, metric and export takes these. Absent: all of one's areas, today. */
const viewpoint = { area: areaPath.optional(), asOf: plainDate.optional() }

/** A record as people see it: sensitive values are masked (`masked` names them) until revealed. */
export const recordView = z.object({
  id: z.string(),
  area: z.string(),
  areaName: z.string(),
  version: z.number().int(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
  recordedAt: z.string(),
  /** Values by field key; for people `display` has the wording of codes, dates and flags. */
  values: z.record(z.string(), z.unknown()),
  display: z.record(z.string(), z.string()),
  masked: z.array(z.string()),
  /** The person (or other record) that a ledger entry is about. */
  subject: z
    .object({
      kind: z.string(),
      id: z.string(),
      values: z.record(z.string(), z.unknown()),
      display: z.record(z.string(), z.string()),
    })
    .nullable(),
})
export type RecordView = z.infer<typeof recordView>

/**
 * Filters are query parameters named after fields: `kind=1,2` (any of), `onsetDate=2020-01-01..2020-12-31`,
 * `person.age=60..`, `name=~张` (contains), `mobile=` (missing).
 */
const listQuery = z
  .object({
    ...viewpoint,
    /** Field key, `-` in front for descending; `area`, `validFrom`, `person.name` too. */
    sort: z.string().optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** A name, pinyin initials, ID number or its tail. */
    q: z.string().max(100).optional(),
  })
  .catchall(z.string())

export const recordList = z.object({
  rows: z.array(recordView),
  next: z.string().nullable(),
  total: z.number().int(),
})

export const listRecords = defineRoute({
  path: '/api/records/:definition',
  title: '列表',
  right: 'signedIn',
  params: z.object({ definition: z.string() }),
  query: listQuery,
  answer: recordList,
})

export const getRecord = defineRoute({
  path: '/api/records/:definition/:id',
  title: '一条记录',
  right: 'signedIn',
  params: z.object({ definition: z.string(), id: z.uuid() }),
  query: z.object({ asOf: plainDate.optional() }),
  answer: recordView,
})

/** One step in the life of a record. `before`/`after` are worded for people, sensitive values masked. */
export const historyStep = z.object({
  definition: z.string(),
  definitionTitle: z.string(),
  record: z.string(),
  version: z.number().int(),
  kind: z.enum(['created', 'changed', 'corrected', 'ended', 'resumed']),
  /** True in the world from this day. */
  on: plainDate,
  recordedAt: z.string(),
  by: z.string(),
  cause: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.string(), title: z.string(), before: z.string(), after: z.string() })),
})
export type HistoryStep = z.infer<typeof historyStep>

export const getHistory = defineRoute({
  path: '/api/records/:definition/:id/history',
  title: '变更历史',
  right: 'signedIn',
  params: z.object({ definition: z.string(), id: z.uuid() }),
  answer: z.object({ steps: z.array(historyStep) }),
})

export const revealField = describeAction({
  name: 'revealField',
  title: '查看脱敏信息原文',
  right: 'field.reveal',
  input: z.object({
    definition: z.string(),
    id: z.uuid(),
    field: z.string(),
    purpose: z.string().trim().min(2, '请写明查看的用途').max(100),
  }),
  output: z.object({ value: z.string() }),
})

/** Exports what the list shows. The answer is a job; its result is a file (`/api/files/:id`). */
export const exportRecords = describeAction({
  name: 'exportRecords',
  title: '导出表格',
  right: 'data.export',
  input: z.object({
    definition: z.string(),
    area: areaPath.optional(),
    asOf: plainDate.optional(),
    filter: z.record(z.string(), z.string()).default({}),
    /** What was searched for, as in the list. */
    q: z.string().max(100).optional(),
    sort: z.string().optional(),
    /** Fields to export; those listed by default where absent. */
    fields: z.array(z.string()).optional(),
    /** Sensitive values in clear; each such export is audited with its purpose. */
    unmasked: z.boolean().default(false),
    /** Each row carries its signed identity, so that the file can be edited elsewhere and compared when it is back. */
    numbered: z.boolean().default(false),
    purpose: z.string().trim().min(2, '请写明导出的用途').max(100),
  }),
  output: z.object({ job: z.string() }),
})

/** Takes back the latest step of an entry or registry record, if it was one's own and nothing followed. */
export const undoStep = describeAction({
  name: 'undoStep',
  title: '撤销',
  right: 'ledger.write',
  input: z.object({ definition: z.string(), id: z.uuid(), version: z.number().int() }),
  output: z.object({ id: z.string() }),
})

/**
 * How any record is edited. `change`: true from `on`; `correction`: it was always so. `version` is the one seen; a
 * newer one refuses with `record.stale`.
 */
export const recordEdit = z.object({
  id: z.uuid(),
  version: z.number().int(),
  mode: z.enum(['change', 'correction']),
  on: plainDate,
  values: z.record(z.string(), z.unknown()),
  reason: z.string().max(200).default(''),
})
export type RecordEdit = z.output<typeof recordEdit>
