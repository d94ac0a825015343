import { z } from 'zod'
import { areaPath, plainDate, recordList } from './records.ts'
import { defineRoute } from './route.ts'

/** A metric as the catalogue shows it. */
export const metricView = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  /** 口径: the definition in a sentence. */
  description: z.string(),
  kind: z.enum(['count', 'ratio']),
  flow: z.enum(['stock', 'entered', 'left']),
  /** Definition (ledger or record) that it counts. */
  of: z.string(),
  ofTitle: z.string(),
  by: z.array(z.object({ key: z.string(), title: z.string() })),
  synonyms: z.array(z.string()),
  /** The rule as text, for those who want to see it. */
  rule: z.string(),
})
export type MetricView = z.infer<typeof metricView>

export const listMetrics = defineRoute({
  path: '/api/metrics',
  title: '指标目录',
  right: 'metric.read',
  answer: z.object({ metrics: z.array(metricView) }),
})

/** A metric at a scope and cut-off, with value and provenance. Never a bare number. */
export const figureView = z.object({
  metric: z.string(),
  title: z.string(),
  unit: z.string(),
  description: z.string(),
  area: z.string(),
  areaName: z.string(),
  /** State on this day (stock), or the last day of the period. */
  asOf: plainDate,
  /** First day of the period; null for a state. */
  from: plainDate.nullable(),
  /** What was known at this instant. */
  knownAt: z.string(),
  /** Null where it cannot be told, such as a share of nothing. */
  value: z.number().nullable(),
  /** The value as people read it, without unit: `1191`, `61.9`. */
  text: z.string(),
  /** The same a year before, where the ledger reaches back so far. */
  lastYear: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
})
export type Figure = z.infer<typeof figureView>

const figureQuery = z.object({
  area: areaPath.optional(),
  asOf: plainDate.optional(),
  /** First day of the period, for flows. Start of the month of `asOf` where absent. */
  from: plainDate.optional(),
})

export const getFigures = defineRoute({
  path: '/api/figures',
  title: '多个指标的数值',
  right: 'metric.read',
  query: figureQuery.extend({ names: z.string() }),
  answer: z.object({ figures: z.array(figureView) }),
})

export const getTrend = defineRoute({
  path: '/api/metrics/:metric/trend',
  title: '指标走势',
  right: 'metric.read',
  params: z.object({ metric: z.string() }),
  query: figureQuery.extend({ months: z.coerce.number().int().min(2).max(36).default(24) }),
  answer: z.object({ points: z.array(z.object({ on: plainDate, value: z.number().nullable() })) }),
})

/** A metric broken down by a dimension, or by `area` (the next level below). */
export const getBreakdown = defineRoute({
  path: '/api/metrics/:metric/breakdown',
  title: '指标分组',
  right: 'metric.read',
  params: z.object({ metric: z.string() }),
  query: figureQuery.extend({ by: z.string() }),
  answer: z.object({
    by: z.string(),
    byTitle: z.string(),
    groups: z.array(z.object({ key: z.string(), title: z.string(), value: z.number().nullable() })),
  }),
})

/** The records behind a number. For a ratio, `part` chooses numerator or denominator. */
export const getMetricRecords = defineRoute({
  path: '/api/metrics/:metric/records',
  title: '数字背后的记录',
  right: 'metric.read',
  params: z.object({ metric: z.string() }),
  query: figureQuery.extend({
    part: z.enum(['numerator', 'denominator']).optional(),
    knownAt: z.string().optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: recordList.extend({ definition: z.string() }),
})
