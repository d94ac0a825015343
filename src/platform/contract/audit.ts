import { z } from 'zod'
import { plainDate } from './records.ts'
import { defineRoute, describeAction } from './route.ts'

export const auditView = z.object({
  seq: z.string(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  role: z.string(),
  action: z.string(),
  actionTitle: z.string(),
  outcome: z.enum(['done', 'refused']),
  /** What it was done to: definition and record, worded without sensitive values. */
  subject: z.string().nullable(),
  subjectTitle: z.string(),
  areaName: z.string(),
  purpose: z.string(),
  detail: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
})
export type AuditView = z.infer<typeof auditView>

export const searchAudit = defineRoute({
  path: '/api/audit',
  title: '操作记录',
  right: 'audit.read',
  query: z.object({
    action: z.string().optional(),
    actor: z.string().optional(),
    subject: z.string().optional(),
    from: plainDate.optional(),
    to: plainDate.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    entries: z.array(auditView),
    next: z.string().nullable(),
    /** What can be filtered by: the actions and people that occur. */
    actions: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
})

export const verifyAudit = describeAction({
  name: 'verifyAudit',
  title: '校验操作记录',
  right: 'audit.read',
  input: z.object({}),
  output: z.object({
    intact: z.boolean(),
    entries: z.number(),
    seals: z.number(),
    unsealed: z.number(),
    faults: z.array(z.string()),
    checkedAt: z.string(),
  }),
})
