import type { MetricDefinition } from '../../../core/definition/index.ts'
import type { Figure } from '../../contract/figures.ts'
import { Problem } from '../../contract/problem.ts'
import { areasWithin } from '../permission/actor.ts'
import type { Repository } from '../repository/repository.ts'
import { readingRight } from '../repository/scope.ts'
import { measure, yearBefore } from './evaluate-metric.ts'
import type { Cutoff } from './metric-query.ts'
import { findMetric } from './segment.ts'

/** A metric, or a segment of one, by name. Throws `metric.not_found`. */
export const getMetric = (repository: Repository, name: string): MetricDefinition => {
  const metric = findMetric(repository.catalogue.metrics, name)
  if (!metric) throw new Problem('metric.not_found', `指标目录里没有「${name}」。`)
  return metric
}

export const flowOf = (metric: MetricDefinition) =>
  metric.kind === 'count' ? metric.flow : metric.numerator.flow

/** A number as people read it: plain digits as in official documents, as many decimals as the metric has. */
export const figureText = (metric: MetricDefinition, value: number | null): string => {
  if (value === null) return '—'
  if (metric.kind === 'ratio') return value.toFixed(metric.decimals)
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** The definition whose records are behind a metric. */
export const countedBy = (metric: MetricDefinition) =>
  metric.kind === 'count' ? metric.of : metric.numerator.of

/** The areas that a figure speaks of. Throws `right.missing` where the actor may see none of what was asked. */
export const areasOf = (
  repository: Repository,
  metric: MetricDefinition,
  area: string | undefined,
): string[] => {
  const areas = areasWithin(repository.actor, readingRight(countedBy(metric)), area)
  if (areas.length === 0)
    throw new Problem(
      'right.missing',
      `您的岗位看不到${area ? repository.areas.nameOf(area) : ''}这里的「${metric.title}」。`,
    )
  return areas
}

/** A cut-off as it was asked for: today and the start of the month where nothing was said. */
export const cutoffOf = (
  repository: Repository,
  asked: {
    area?: string | undefined
    asOf?: string | undefined
    from?: string | undefined
    knownAt?: Date | undefined
  },
): Cutoff => {
  const asOf = asked.asOf ?? repository.today
  if (asOf < '1900' || asOf >= '2200')
    throw new Problem('request.invalid', '只能查看 1900 年至 2199 年的数字，请改日期。')
  const from = asked.from ?? `${asOf.slice(0, 8)}01`
  if (from > asOf) throw new Problem('request.invalid', '期间的起始日期晚于截止日期，请改日期。')
  return { asOf, from, area: asked.area, knownAt: asked.knownAt }
}

/** A metric at a scope and cut-off, with value and provenance. */
export const readFigure = async (
  repository: Repository,
  metric: MetricDefinition,
  cutoff: Cutoff,
): Promise<Figure> => {
  const areas = areasOf(repository, metric, cutoff.area)
  const knownAt = cutoff.knownAt ?? new Date()
  const [measured, before] = await Promise.all([
    measure(repository, metric, cutoff),
    measure(repository, metric, yearBefore(cutoff)),
  ])
  return {
    metric: metric.name,
    title: metric.title,
    unit: metric.unit,
    description: metric.description,
    area: areas[0]!,
    areaName: areas.map((area) => repository.areas.nameOf(area)).join('、'),
    asOf: cutoff.asOf,
    from: flowOf(metric) === 'stock' ? null : cutoff.from,
    knownAt: knownAt.toISOString(),
    value: measured.value,
    text: figureText(metric, measured.value),
    lastYear: before.value,
    numerator: measured.numerator,
    denominator: measured.denominator,
  }
}
