import { z } from 'zod'
import { areaPath, plainDate, recordView } from './records.ts'
import { defineRoute } from './route.ts'

/** One cause by which a number grew or shrank; `code` asks for the records behind it. */
export const differenceCause = z.object({
  code: z.string(),
  title: z.string(),
  /** `correction`: learned or mended afterwards, nothing changed in the world. */
  kind: z.enum(['change', 'correction']),
  /** How much it adds; below nought where it takes away. Never nought for a count. */
  amount: z.number(),
  /** How many records (or, of a distinct count, values) are behind. */
  records: z.number().int(),
})
export type DifferenceCause = z.infer<typeof differenceCause>

const differenceQuery = z.object({
  area: areaPath.optional(),
  asOf: plainDate.optional(),
  /** The earlier day; the last day of the month before where absent. */
  since: plainDate.optional(),
  /** Of a ratio, which part is explained. */
  part: z.enum(['numerator', 'denominator']).optional(),
})

/**
 * Why a number differs from an earlier day's. `start` is what stood there at the end of that day, `end` what is
 * known now; `start` plus the amounts of all causes is `end`, exactly.
 */
export const getDifference = defineRoute({
  path: '/api/metrics/:metric/difference',
  title: '数字为什么变了',
  right: 'metric.read',
  params: z.object({ metric: z.string() }),
  query: differenceQuery,
  answer: z.object({
    title: z.string(),
    unit: z.string(),
    areaName: z.string(),
    since: plainDate,
    asOf: plainDate,
    start: z.number(),
    end: z.number(),
    causes: z.array(differenceCause),
  }),
})

/** The records behind one cause, as they were and as they are, for those who may see them. */
export const getDifferenceRecords = defineRoute({
  path: '/api/metrics/:metric/difference/records',
  title: '变化背后的记录',
  right: 'metric.read',
  params: z.object({ metric: z.string() }),
  query: differenceQuery.extend({
    cause: z.string().max(60),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    definition: z.string(),
    rows: z.array(
      z.object({
        /** As it stands, or as it last stood within the area. */
        record: recordView,
        amount: z.number(),
        /** The day of it in the world; null where nothing but time passed. */
        on: plainDate.nullable(),
        /** What changed, worded: `残疾等级：二级 → 一级`. */
        changes: z.array(z.string()),
        reason: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
