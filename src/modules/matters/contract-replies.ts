import { z } from 'zod'
import { areaPath } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** `answer`: what the resident reads. `callback`: what is asked on the phone. */
const use = z.enum(['answer', 'callback'])

const template = z.object({
  id: z.string(),
  area: z.string(),
  areaName: z.string(),
  use,
  /** '' fits every category. */
  category: z.string(),
  title: z.string(),
  text: z.string(),
  mayChange: z.boolean(),
})
export type ReplyTemplate = z.infer<typeof template>

export const listReplyTemplates = defineRoute({
  path: '/api/reply-templates',
  title: '答复模板',
  right: 'matter.write',
  answer: z.object({ rows: z.array(template) }),
})

/** The templates that fit a matter, filled with what is known of it; those for its very category first. */
export const getReplies = defineRoute({
  path: '/api/matters/:id/replies',
  title: '可用的答复模板',
  right: 'signedIn',
  params: z.object({ id: z.uuid() }),
  answer: z.object({ rows: z.array(z.object({ id: z.string(), use, title: z.string(), text: z.string() })) }),
})

export const saveReplyTemplate = describeAction({
  name: 'saveReplyTemplate',
  title: '维护答复模板',
  right: 'matter.dispatch',
  input: z.object({
    id: z.uuid().optional(),
    area: areaPath,
    use,
    category: z.string(),
    title: z.string().trim().min(2, '请写名称').max(40, '名称最多 40 个字'),
    text: z.string().trim().min(2, '请写内容').max(2000, '内容最多 2000 个字'),
  }),
  output: z.object({ id: z.string() }),
})

export const removeReplyTemplate = describeAction({
  name: 'removeReplyTemplate',
  title: '删除答复模板',
  right: 'matter.dispatch',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
})
