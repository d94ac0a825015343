import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import { findMetric } from '../../../platform/server/figures/segment.ts'
import type { Lexicon } from './lexicon.ts'
import { impliedBy, type Target, targetOf } from './target.ts'

const countedIn: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '名', '位', '个', '口', '者', ''],
  户: ['户', '家', '个', ''],
  套: ['套', '间', '处', '户', ''],
  支: ['支', '个', ''],
  元: ['元', '块', '元/月'],
  '%': ['%', '％', ''],
}

/** Whether a number in this unit can be one of a metric's. */
export const unitFits = (metric: MetricDefinition, unit: string): boolean =>
  (countedIn[metric.unit] ?? [metric.unit]).includes(unit)

const size = (conditions: object): number => Object.keys(conditions).length

const same = (one: Target, other: Target): boolean =>
  size(one.conditions) === size(other.conditions) && impliedBy(one, other)

/** The metrics that count exactly this in that unit: one of the catalogue, or a segment of one. */
export const findMetrics = (lexicon: Lexicon, target: Target, unit: string): MetricDefinition[] => {
  const near = [...lexicon.metrics.values()]
    .filter((metric): metric is CountMetric => metric.kind === 'count' && unitFits(metric, unit))
    .map((metric) => ({ metric, is: targetOf(metric) }))
    .filter(({ is }) => is.of === target.of && is.flow === target.flow && impliedBy(is, target))
  const exact = near.filter(({ is }) => same(is, target))
  const meant = exact.filter(({ is }) => is.measure === target.measure)
  if (exact.length > 0) return (meant.length > 0 ? meant : exact).map(({ metric }) => metric)
  const segments = near.flatMap(({ metric, is }) => {
    const rest = Object.entries(target.conditions).filter(([path]) => !(path in is.conditions))
    const name = [metric.name, ...rest.map(([path, code]) => `${path}=${code}`)].join(';')
    const found = findMetric(lexicon.metrics, name)
    return found ? [{ found, is }] : []
  })
  const most = Math.max(...segments.map(({ is }) => size(is.conditions)))
  const best = segments.filter(({ is }) => size(is.conditions) === most)
  const right = best.filter(({ is }) => is.measure === target.measure)
  return (right.length > 0 ? right : best).map(({ found }) => found)
}
