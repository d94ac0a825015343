import type { MetricDefinition } from '../../../core/definition/index.ts'
import { addMonths, periodContaining } from '../../../core/time/index.ts'
import type { Repository } from '../repository/repository.ts'
import { measure } from './evaluate-metric.ts'
import type { Cutoff } from './metric-query.ts'

/** The ends of the `months` months up to a day, that day the last. */
const monthEnds = (asOf: string, months: number): { from: string; asOf: string }[] =>
  Array.from({ length: months }, (_, index) => {
    const month = periodContaining('month', addMonths(`${asOf.slice(0, 8)}01`, index - months + 1))
    return { from: month.from, asOf: month.to < asOf ? month.to : asOf }
  })

/** A metric month by month. It begins with the first month that has a value: before, nothing was recorded. */
export const readTrend = async (
  repository: Repository,
  metric: MetricDefinition,
  cutoff: Cutoff,
  months: number,
): Promise<{ on: string; value: number | null }[]> => {
  const points: { on: string; value: number | null }[] = []
  for (const end of monthEnds(cutoff.asOf, months)) {
    const { value } = await measure(repository, metric, { ...cutoff, ...end })
    points.push({ on: end.asOf, value })
  }
  const first = points.findIndex((point) => point.value !== null && point.value !== 0)
  return points.slice(Math.max(first, 0))
}
