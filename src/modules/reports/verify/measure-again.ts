import { metricHash } from '../../../platform/server/figures/metric-query.ts'
import { findMetric } from '../../../platform/server/figures/segment.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Measured } from '../figures/measured.ts'
import { measurer } from '../making/measure.ts'
import type { FigureRow } from '../storage/figure-row.ts'
import type { Current } from './judge-figure.ts'

/** Measures figures of one report at their own scope and cut-off, as is known now; the same number only once. */
export const measureAgain = (repository: Repository) => {
  const known = new Map<string, Promise<Measured>>()
  const measure = (figure: FigureRow): Promise<Measured> => {
    const from = figure.period_from ?? figure.as_of
    const key = `${figure.metric} ${figure.area} ${from} ${figure.as_of}`
    const again =
      known.get(key) ??
      measurer(repository, { from, asOf: figure.as_of })({ metric: figure.metric, area: figure.area })
    known.set(key, again)
    return again
  }
  return async (figure: FigureRow): Promise<Current> => {
    const metric = findMetric(repository.catalogue.metrics, figure.metric)
    if (!metric) return 'gone'
    return metricHash(metric) === figure.metric_hash ? measure(figure) : 'redefined'
  }
}
