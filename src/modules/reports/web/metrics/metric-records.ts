import { getMetricRecords } from '../../../../platform/contract/figures.ts'
import { fetchRoute } from '../../../../platform/web/api/fetch-route.ts'
import type { RecordSource } from '../../../../platform/web/table/record-source.ts'

export type Part = 'numerator' | 'denominator'

interface Behind {
  /** First day of the period, for flows. */
  from: string | undefined
  /** What was known at this instant; now where absent. */
  knownAt: string | undefined
  /** For a ratio. */
  part: Part | undefined
}

/** The records behind a metric's value as rows of a table. */
export const metricRecords = (metric: string, behind: Behind): RecordSource => ({
  key: [getMetricRecords.path, metric, behind],
  selects: false,
  load: ({ area, asOf, cursor }, signal) =>
    fetchRoute(getMetricRecords, { params: { metric }, query: { area, asOf, cursor, ...behind } }, signal),
})
