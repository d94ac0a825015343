import { sql } from 'kysely'
import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import { sameDayLastYear } from '../../../core/time/index.ts'
import type { Repository } from '../repository/repository.ts'
import { aggregate, type Cutoff, metricSource } from './metric-query.ts'

/** A value with its parts, where it is a share. Null where it cannot be told. */
export interface Measured {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Counts or sums a metric at a cut-off, within the actor's scope. */
export const countMetric = async (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
): Promise<number> => {
  const { rows } = await sql<{ value: number }>`
    select ${aggregate(repository, metric, cutoff)} as value ${metricSource(repository, metric, cutoff)}`.execute(
    repository.db,
  )
  return Number(rows[0]!.value)
}

/** A share, rounded to its decimals; null of nothing. */
export const shareOf = (
  metric: { times: number; decimals: number },
  numerator: number,
  denominator: number,
) => {
  if (denominator === 0) return null
  const scale = 10 ** metric.decimals
  return Math.round((numerator / denominator) * metric.times * scale) / scale
}

/** The value of any metric at a cut-off. */
export const measure = async (
  repository: Repository,
  metric: MetricDefinition,
  cutoff: Cutoff,
): Promise<Measured> => {
  if (metric.kind === 'count')
    return { value: await countMetric(repository, metric, cutoff), numerator: null, denominator: null }
  const [numerator, denominator] = await Promise.all([
    countMetric(repository, metric.numerator, cutoff),
    countMetric(repository, metric.denominator, cutoff),
  ])
  return { value: shareOf(metric, numerator, denominator), numerator, denominator }
}

/** The same a year before. */
export const yearBefore = (cutoff: Cutoff): Cutoff => ({
  ...cutoff,
  asOf: sameDayLastYear(cutoff.asOf),
  from: sameDayLastYear(cutoff.from),
})
