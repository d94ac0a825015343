import { z } from 'zod'
import { areaPath, plainDate } from '../../platform/contract/records.ts'
import { defineRoute, describeAction } from '../../platform/contract/route.ts'

/** Requests themselves stand in the ledger `formRequest`; here is what they cost, and what was asked twice. */
export const getFormBurden = defineRoute({
  path: '/api/form-burden',
  title: '报表负担',
  right: 'data.export',
  query: z.object({ area: areaPath.optional(), from: plainDate.optional(), to: plainDate.optional() }),
  answer: z.object({
    from: plainDate,
    to: plainDate,
    requests: z.number().int(),
    cells: z.number().int(),
    minutes: z.number(),
    /** What the minutes rest on. */
    secondsPerCell: z.number(),
    assumption: z.string(),
    byDepartment: z.array(
      z.object({
        askedBy: z.string(),
        requests: z.number().int(),
        cells: z.number().int(),
        minutes: z.number(),
      }),
    ),
    /** Fields that were asked more than once, most often first, with the earlier answers. */
    repeated: z.array(
      z.object({
        element: z.string(),
        title: z.string(),
        times: z.number().int(),
        requests: z.array(
          z.object({
            request: z.string(),
            title: z.string(),
            askedBy: z.string(),
            on: plainDate,
            answered: z.boolean(),
          }),
        ),
      }),
    ),
  }),
})

/** How long typing one cell is taken to last, from now on. */
export const setTypingTime = describeAction({
  name: 'setTypingTime',
  title: '设定填表耗时',
  right: 'template.write',
  input: z.object({ seconds: z.number().min(1).max(600) }),
  output: z.object({ seconds: z.number() }),
})
