import { z } from 'zod'
import { plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const rule = z.object({
  years: z.number().int(),
  reason: z.string(),
  automatic: z.boolean(),
})

export const erasureView = z.object({
  id: z.string(),
  title: z.string(),
  years: z.number().int(),
  reason: z.string(),
  /** What had ended by this day. */
  endedBy: plainDate,
  records: z.number().int(),
  versions: z.number().int(),
  digest: z.string(),
  at: z.string(),
  by: z.string(),
})
export type ErasureView = z.infer<typeof erasureView>

/** How long what has ended is kept, and what was erased. */
export const getRetention = defineRoute({
  path: '/api/retention',
  title: '保存期限',
  right: 'staff.manage',
  answer: z.object({
    /** Whether the reader decides: it holds for the whole office. */
    mayChange: z.boolean(),
    definitions: z.array(z.object({ name: z.string(), title: z.string(), rule: rule.nullable() })),
    /** Newest first. */
    erasures: z.array(erasureView),
  }),
})

const years = z.coerce.number().int().min(1, '至少 1 年').max(100, '最多 100 年')

/** What a rule would erase today: numbers only. */
export const previewErasure = defineRoute({
  path: '/api/retention/:definition/preview',
  title: '到期预览',
  right: 'staff.manage',
  params: z.object({ definition: z.string().max(60) }),
  query: z.object({ years }),
  answer: z.object({
    /** What had ended by this day goes. */
    endedBy: plainDate,
    records: z.number().int(),
    versions: z.number().int(),
    /** Due, but kept since something that is kept longer speaks of them. */
    held: z.number().int(),
    byYear: z.array(z.object({ year: z.number().int(), records: z.number().int() })),
  }),
})

/** `years: null` takes the rule away; then nothing of the definition is erased. */
export const setRetentionRule = describeAction({
  name: 'setRetentionRule',
  title: '设定保存期限',
  right: 'staff.manage',
  input: z.object({
    definition: z.string().max(60),
    years: years.nullable(),
    reason: z.string().trim().min(2, '请写明依据，如档案保管期限的文件').max(200),
    automatic: z.boolean().default(false),
  }),
  output: z.object({ definition: z.string() }),
})

/** Erases what a rule says, as a job; `records` is the number that was previewed, so that nobody is surprised. */
export const eraseExpired = describeAction({
  name: 'eraseExpired',
  title: '删除到期记录',
  right: 'staff.manage',
  input: z.object({ definition: z.string().max(60), records: z.number().int().min(1) }),
  output: z.object({ job: z.string() }),
})
