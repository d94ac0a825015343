import { z } from 'zod'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** What everybody may read of a matter that was solved. */
export const getRelease = defineRoute({
  path: '/api/matters/:id/release',
  title: '公开办理结果',
  right: 'signedIn',
  params: z.object({ id: z.uuid() }),
  answer: z.object({
    /** What is told now; null where nothing is. */
    text: z.string().nullable(),
    /** The answer, which the text may begin from. */
    answer: z.string(),
    mayRelease: z.boolean(),
  }),
})

/** Tells everybody what was done about a matter, without who said it; no text takes it back. */
export const releaseMatter = describeAction({
  name: 'releaseMatter',
  title: '公开办理结果',
  right: 'matter.write',
  input: z.object({ id: z.uuid(), text: z.string().trim().max(300, '最多 300 个字') }),
  output: z.object({ released: z.boolean() }),
})
