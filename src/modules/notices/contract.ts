import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

export const noticeKinds = { announcement: '公告', posting: '公示' } as const

const notice = z.object({
  id: z.string(),
  kind: z.enum(['announcement', 'posting']),
  areaName: z.string(),
  title: z.string(),
  body: z.string(),
  from: z.string(),
  to: z.string(),
  objection: z.string(),
  standing: z.enum(['coming', 'shown', 'over', 'withdrawn']),
  withdrawnFor: z.string(),
  /** Whether the reader may withdraw it. */
  mayWithdraw: z.boolean(),
})
export type Notice = z.infer<typeof notice>

export const listNotices = defineRoute({
  path: '/api/notices',
  title: '公告公示',
  right: 'public.write',
  query: z.object({ area: areaPath.optional() }),
  answer: z.object({ rows: z.array(notice) }),
})

export const publishNotice = describeAction({
  name: 'publishNotice',
  title: '发布公告公示',
  right: 'public.write',
  input: z.object({
    area: areaPath,
    kind: z.enum(['announcement', 'posting']),
    title: z.string().trim().min(2, '请写标题').max(80, '标题最多 80 个字'),
    body: z.string().trim().min(2, '请写内容').max(5000, '内容最多 5000 个字'),
    from: plainDate,
    to: plainDate,
    /** To whom, how and until when one objects; asked for of a posting. */
    objection: z.string().trim().max(300).default(''),
  }),
  output: z.object({ id: z.string() }),
})

export const withdrawNotice = describeAction({
  name: 'withdrawNotice',
  title: '撤下公告公示',
  right: 'public.write',
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2, '请写明撤下的原因').max(200) }),
  output: z.object({ id: z.string() }),
})
