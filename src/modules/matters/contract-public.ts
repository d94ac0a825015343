import { z } from 'zod'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'
import { photoIds } from './contract-photos.ts'

/** Whether residents may say and follow matters on the public pages. */
export const getPublicPage = defineRoute({
  path: '/api/matter-public-page',
  title: '网上反映页面',
  right: 'signedIn',
  answer: z.object({
    open: z.boolean(),
    /** Whether the reader may open and close them. */
    mayChange: z.boolean(),
  }),
})

export const setPublicPage = describeAction({
  name: 'setPublicPage',
  title: '开通或关闭网上反映',
  right: 'staff.manage',
  input: z.object({ open: z.boolean() }),
  output: z.object({ open: z.boolean() }),
})

/** The code by which the resident follows a matter, for a note to leave with them; written down. */
export const giveCode = describeAction({
  name: 'giveCode',
  title: '打印回访单',
  right: 'matter.write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ code: z.string(), number: z.string() }),
})

/** What a resident says on the public page; carried out without a right, and never offered to staff. */
export const sayMatter = describeAction({
  name: 'sayMatter',
  title: '网上反映诉求',
  right: 'matter.write',
  input: z.object({
    area: z.string().max(27),
    content: z.string().trim().min(5, '请至少写 5 个字').max(2000, '最多写 2000 个字'),
    place: z.string().trim().max(120, '最多写 120 个字'),
    reporterName: z.string().trim().max(50, '最多写 50 个字'),
    reporterPhone: z.string().trim().max(20, '电话号码太长'),
    anonymous: z.boolean(),
    photos: photoIds,
  }),
  output: z.object({ number: z.string(), code: z.string() }),
})

/** The callback by the resident who said it. */
export const rateMatter = describeAction({
  name: 'rateMatter',
  title: '居民网上评价',
  right: 'matter.callback',
  input: z.object({
    code: z.string(),
    tail: z.string(),
    /** How many steps the resident has seen. */
    seen: z.coerce.number().int().min(1),
    solved: z.enum(['yes', 'no'], '请选择解决了没有'),
    satisfaction: z.enum(['satisfied', 'fair', 'unsatisfied'], '请选择满意不满意'),
    text: z.string().trim().max(1000, '最多写 1000 个字'),
  }),
  output: z.object({ state: z.string() }),
})
