import { z } from 'zod'
import { areaPath, recordView } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

const weighed = { score: z.number().int(), reasons: z.array(z.string()) }

/** Records that may stand for one person, the likeliest first; both lie in one's scope. Nothing merges by itself. */
export const listDuplicates = defineRoute({
  path: '/api/duplicates',
  title: '疑似重复居民',
  right: 'registry.write',
  query: z.object({
    area: areaPath.optional(),
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  answer: z.object({
    pairs: z.array(z.object({ a: recordView, b: recordView, ...weighed })),
    next: z.string().nullable(),
    /** When one last had them looked for; null: never. */
    foundAt: z.string().nullable(),
  }),
})

/** Who may be the same as one person. */
export const listLikelySame = defineRoute({
  path: '/api/persons/:id/likely-same',
  title: '可能重复的登记',
  right: 'registry.write',
  params: z.object({ id: z.uuid() }),
  answer: z.object({ likely: z.array(z.object({ person: recordView, ...weighed })) }),
})

/** Looks for duplicates anew within one's scope; the answer is a job. */
export const findDuplicates = describeAction({
  name: 'findDuplicates',
  title: '查找疑似重复居民',
  right: 'registry.write',
  input: z.object({}),
  output: z.object({ job: z.string() }),
})

/** Remembers that two records are two people; they are not proposed again. */
export const keepApart = describeAction({
  name: 'keepApart',
  title: '确认不是同一人',
  right: 'registry.write',
  input: z.object({ a: z.uuid(), b: z.uuid(), reason: z.string().trim().max(200).default('') }),
  output: z.object({ change: z.string() }),
})
