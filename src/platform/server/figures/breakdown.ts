import { sql } from 'kysely'
import type { CountMetric, MetricDefinition } from '../../../core/definition/index.ts'
import { Problem } from '../../contract/problem.ts'
import { areasWithin } from '../permission/actor.ts'
import type { AreaTree } from '../permission/area-tree.ts'
import type { Repository } from '../repository/repository.ts'
import { readingRight } from '../repository/scope.ts'
import { findTerm } from '../repository/term.ts'
import { countMetric, shareOf } from './evaluate-metric.ts'
import { aggregate, type Cutoff, metricSource } from './metric-query.ts'

export interface Group {
  key: string
  title: string
  value: number | null
}

/** Value by the raw text of a dimension; missing ones under ''. */
const groupBy = async (repository: Repository, metric: CountMetric, cutoff: Cutoff, path: string) => {
  const term = findTerm(repository, metric.of, cutoff, path)
  if (!term) throw new Problem('metric.too_fine', `「${metric.title}」不能按这一项分组。`)
  const { rows } = await sql<{ key: string; value: number }>`
    select coalesce((${sql.raw(term.sql)})::text, '') as key, ${aggregate(repository, metric, cutoff)} as value
    ${metricSource(repository, metric, cutoff, term.ofSubject)} group by 1 order by 1`.execute(repository.db)
  return { groups: new Map(rows.map((row) => [row.key, Number(row.value)])), term }
}

const parts = (metric: MetricDefinition): [CountMetric, CountMetric | undefined] =>
  metric.kind === 'count' ? [metric, undefined] : [metric.numerator, metric.denominator]

/** A metric by one of its dimensions. Throws `metric.too_fine` for another. */
export const breakDown = async (
  repository: Repository,
  metric: MetricDefinition,
  cutoff: Cutoff,
  path: string,
): Promise<{ byTitle: string; groups: Group[] }> => {
  const [main, base] = parts(metric)
  if (!main.by.includes(path)) throw new Problem('metric.too_fine', `「${metric.title}」不能按这一项分组。`)
  const { groups, term } = await groupBy(repository, main, cutoff, path)
  const below = base ? (await groupBy(repository, base, cutoff, path)).groups : undefined
  const word = (key: string) => {
    if (key === '') return '未填'
    if (!term.field) return key
    return term.field.type.format(term.type === 'bool' ? key === 'true' : key)
  }
  return {
    byTitle: term.field?.title ?? path,
    groups: [...groups].map(([key, value]) => ({
      key,
      title: word(key),
      value: metric.kind === 'ratio' ? shareOf(metric, value, below?.get(key) ?? 0) : value,
    })),
  }
}

/** Value by area, in one query where all areas are of one level: paths of a level are equally long. */
const countByArea = async (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
  paths: readonly string[],
): Promise<Map<string, number>> => {
  const length = paths[0]?.length ?? 0
  if (paths.some((path) => path.length !== length)) {
    const values = new Map<string, number>()
    for (const area of paths) values.set(area, await countMetric(repository, metric, { ...cutoff, area }))
    return values
  }
  const { rows } = await sql<{ key: string; value: number }>`
    select left(e.area, ${sql.lit(length)}) as key, ${aggregate(repository, metric, cutoff)} as value
    ${metricSource(repository, metric, cutoff)} group by 1`.execute(repository.db)
  return new Map(rows.map(({ key, value }) => [key, Number(value)]))
}

/** A metric by the areas of the next level below what the actor sees. */
export const breakDownByArea = async (
  repository: Repository,
  areas: AreaTree,
  metric: MetricDefinition,
  cutoff: Cutoff,
): Promise<{ byTitle: string; groups: Group[] }> => {
  const [main, base] = parts(metric)
  const tops = areasWithin(repository.actor, readingRight(main.of), cutoff.area)
  // The areas of that day: grids that were merged since had their residents then.
  const on = cutoff.asOf
  const standing = () => tops.flatMap((top) => areas.find(top, on) ?? areas.find(top) ?? [])
  const children = tops.length === 1 ? areas.children(tops[0]!, on) : standing()
  const shown = children.length > 0 ? children : standing()
  const paths = shown.map(({ path }) => path)
  const [values, below] = await Promise.all([
    countByArea(repository, main, cutoff, paths),
    base ? countByArea(repository, base, cutoff, paths) : undefined,
  ])
  return {
    byTitle: '区域',
    groups: shown.map(({ path, name }): Group => {
      const value = values.get(path) ?? 0
      const share = metric.kind === 'ratio' ? shareOf(metric, value, below?.get(path) ?? 0) : value
      return { key: path, title: name, value: share }
    }),
  }
}
