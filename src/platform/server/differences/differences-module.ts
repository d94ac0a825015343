import { sql } from 'kysely'
import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import { addDays } from '../../../core/time/index.ts'
import { getDifference, getDifferenceRecords } from '../../contract/differences.ts'
import { Problem } from '../../contract/problem.ts'
import { areasOf, cutoffOf, getMetric } from '../figures/read-figure.ts'
import type { ServerModule } from '../http/module.ts'
import { defineReader } from '../http/mount-route.ts'
import type { Office } from '../office.ts'
import type { Repository } from '../repository/repository.ts'
import type { Span } from './difference-query.ts'
import { listDifference } from './list-difference.ts'
import { readDifference } from './read-difference.ts'

interface Asked {
  area?: string | undefined
  asOf?: string | undefined
  since?: string | undefined
  part?: 'numerator' | 'denominator' | undefined
}

/** What is explained: a count, or one part of a share. What counts comings and goings is a change already. */
const countOf = (metric: MetricDefinition, { part }: Asked): CountMetric => {
  const count =
    metric.kind === 'count' ? metric : part === 'denominator' ? metric.denominator : metric.numerator
  if (count.flow !== 'stock')
    throw new Problem(
      'request.invalid',
      `「${metric.title}」统计的就是期间内的进出，不再对比前后；请直接查看它的记录。`,
    )
  return count
}

/** The last instant of a day in the office's zone. */
const endOfDay = async (repository: Repository, { zone }: Office, day: string): Promise<Date> => {
  const { rows } = await sql<{ at: Date }>`
    select ((${day}::date + 1)::timestamp at time zone ${zone}) - interval '1 millisecond' as at`.execute(
    repository.db,
  )
  return rows[0]!.at
}

const spanOf = async (
  repository: Repository,
  office: Office,
  metric: CountMetric,
  asked: Asked,
): Promise<Span> => {
  areasOf(repository, metric, asked.area)
  const { asOf } = cutoffOf(repository, { asOf: asked.asOf })
  const since = asked.since ?? addDays(`${asOf.slice(0, 8)}01`, -1)
  if (since >= asOf) throw new Problem('request.invalid', '要对比的日期应早于所看的日期，请改日期。')
  return { area: asked.area, since, asOf, knownThen: await endOfDay(repository, office, since) }
}

/** Why a number differs from an earlier day's: by cause, exactly, with the records behind. */
export const differencesModule: ServerModule = {
  actions: [],
  readers: [
    defineReader(getDifference, async (repository, { params, query }, office) => {
      const metric = countOf(getMetric(repository, params.metric), query)
      const span = await spanOf(repository, office, metric, query)
      const areas = areasOf(repository, metric, query.area)
      return {
        title: metric.title,
        unit: metric.unit,
        areaName: areas.map((area) => repository.areas.nameOf(area)).join('、'),
        since: span.since,
        asOf: span.asOf,
        ...(await readDifference(repository, metric, span)),
      }
    }),
    defineReader(getDifferenceRecords, async (repository, { params, query }, office) => {
      const metric = countOf(getMetric(repository, params.metric), query)
      const span = await spanOf(repository, office, metric, query)
      return { definition: metric.of.name, ...(await listDifference(repository, metric, span, query)) }
    }),
  ],
  jobs: () => ({}),
}
