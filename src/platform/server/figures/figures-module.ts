import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import {
  getBreakdown,
  getFigures,
  getMetricRecords,
  getTrend,
  listMetrics,
  type MetricView,
} from '../../contract/figures.ts'
import { Problem } from '../../contract/problem.ts'
import type { ServerModule } from '../http/module.ts'
import { defineReader } from '../http/mount-route.ts'
import { listRecords } from '../repository/list.ts'
import type { Repository } from '../repository/repository.ts'
import { breakDown, breakDownByArea } from './breakdown.ts'
import { metricFilters, metricFrom } from './metric-query.ts'
import { areasOf, countedBy, cutoffOf, flowOf, getMetric, readFigure } from './read-figure.ts'
import { readTrend } from './trend.ts'

const titleOf = (metric: CountMetric, path: string): string => {
  const of = metric.of.kind === 'ledger' ? metric.of.of : undefined
  const field =
    of && path.startsWith(`${of.name}.`) ? of.fields[path.slice(of.name.length + 1)] : metric.of.fields[path]
  return field?.title ?? path
}

const describe = (metric: MetricDefinition): MetricView => {
  const main = metric.kind === 'count' ? metric : metric.numerator
  return {
    name: metric.name,
    title: metric.title,
    unit: metric.unit,
    description: metric.description,
    kind: metric.kind,
    flow: flowOf(metric),
    of: main.of.name,
    ofTitle: main.of.title,
    by: main.by.map((key) => ({ key, title: titleOf(main, key) })),
    synonyms: [...metric.synonyms],
    rule:
      metric.kind === 'count'
        ? (metric.where ?? '')
        : `${metric.numerator.title} ÷ ${metric.denominator.title}`,
  }
}

const instant = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new Problem('request.invalid', '时刻的格式不对。')
  return at
}

const readMany = async (repository: Repository, names: string, asked: Parameters<typeof cutoffOf>[1]) => {
  const wanted = names.split(',').filter(Boolean)
  if (wanted.length > 60) throw new Problem('request.invalid', '一次最多查询 60 个指标。')
  return Promise.all(
    wanted.map((name) => readFigure(repository, getMetric(repository, name), cutoffOf(repository, asked))),
  )
}

/** The cut-off, refused where the actor may see none of it: nought would be a false answer. */
const seenCutoff = (
  repository: Repository,
  metric: MetricDefinition,
  asked: Parameters<typeof cutoffOf>[1],
) => {
  areasOf(repository, metric, asked.area)
  return cutoffOf(repository, asked)
}

/** The metric catalogue and its figures: value, trend, breakdown, and the records behind. */
export const figuresModule: ServerModule = {
  actions: [],
  readers: [
    defineReader(listMetrics, async (repository) => ({
      metrics: [...repository.catalogue.metrics.values()].map(describe),
    })),
    defineReader(getFigures, async (repository, { query }) => ({
      figures: await readMany(repository, query.names, query),
    })),
    defineReader(getTrend, async (repository, { params, query }) => {
      const metric = getMetric(repository, params.metric)
      const cutoff = seenCutoff(repository, metric, query)
      return { points: await readTrend(repository, metric, cutoff, query.months) }
    }),
    defineReader(getBreakdown, async (repository, { params, query }, office) => {
      const metric = getMetric(repository, params.metric)
      const cutoff = seenCutoff(repository, metric, query)
      const broken =
        query.by === 'area'
          ? await breakDownByArea(repository, office.areas, metric, cutoff)
          : await breakDown(repository, metric, cutoff, query.by)
      return { by: query.by, ...broken }
    }),
    defineReader(getMetricRecords, async (repository, { params, query }) => {
      const metric = getMetric(repository, params.metric)
      const counted =
        metric.kind === 'count'
          ? metric
          : query.part === 'denominator'
            ? metric.denominator
            : metric.numerator
      const cutoff = seenCutoff(repository, counted, { ...query, knownAt: instant(query.knownAt) })
      const list = await listRecords(repository, counted.of, {
        ...cutoff,
        cursor: query.cursor,
        limit: query.limit,
        where: metricFilters(repository, counted, cutoff),
        from: (withSubject) => metricFrom(repository, counted, cutoff, withSubject),
      })
      return { definition: countedBy(counted).name, ...list }
    }),
  ],
  jobs: () => ({}),
}
