import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { type CountMetric, type MetricDefinition, ruleVariables } from '../../../core/definition/index.ts'
import { checkRule, compileRule } from '../../../core/expression/index.ts'
import { tableOf } from '../repository/columns.ts'
import type { Filter } from '../repository/filter.ts'
import { basicConditions, fromVersions } from '../repository/list.ts'
import { raw } from '../repository/raw.ts'
import type { Repository } from '../repository/repository.ts'
import { findTerm, type Term } from '../repository/term.ts'
import type { Viewpoint } from '../repository/viewpoint.ts'

/** Where and when a metric is asked: the state on `asOf`, or what came and went from `from` to `asOf`. */
export interface Cutoff extends Viewpoint {
  readonly asOf: string
  readonly from: string
  readonly area?: string | undefined
}

/** The metric's rule as a condition on `e` (and `s`, the subject). Throws where the definition itself is wrong. */
const ruleFilter = (
  repository: Repository,
  metric: CountMetric,
  viewpoint: Viewpoint,
): Filter | undefined => {
  if (!metric.where) return undefined
  const rule = checkRule(metric.where, { ...ruleVariables(metric.of), inGrid: 'bool' })
  if (!rule.ok) throw new Error(`${metric.name}: ${rule.message}`)
  let ofSubject = false
  const part = compileRule(rule.value, (path) => {
    const term = findTerm(repository, metric.of, viewpoint, path)
    if (!term) throw new Error(`${metric.name}: no term for ${path}`)
    ofSubject ||= term.ofSubject
    return {
      sql: term.sql,
      parameters: [],
      type: term.type,
      ...(term.compare ? { compare: (operator, literal) => term.compare?.(operator, literal) } : {}),
    }
  })
  return { condition: raw(`(${part.sql})`, part.parameters), ofSubject }
}

/**
 * Versions that came or went: the first of a standing counts as its coming, an end with a cause as its going, as far
 * as either was known at the instant. What had been superseded by then never counts.
 */
const flowVersions = (metric: CountMetric, knownAt: Date | undefined): RawBuilder<unknown> => {
  const current = sql.table(tableOf(metric.of))
  const past = sql.table(`${tableOf(metric.of)}_past`)
  const known = (column: string) => (knownAt ? sql`and ${sql.ref(column)} <= ${knownAt}` : sql``)
  const standing = knownAt
    ? sql`(superseded_at is null or superseded_at > ${knownAt})`
    : sql`superseded_at is null`
  return metric.flow === 'left'
    ? sql`(select * from ${past} where ended is not null and ${standing} ${known('closed_at')})`
    : sql`(select * from ${current} where valid_from = since ${known('recorded_at')}
        union all select * from ${past} where valid_from = since and ${standing} ${known('recorded_at')})`
}

const flowFrom = (metric: CountMetric, knownAt: Date | undefined, withSubject: boolean) => {
  const of = metric.of.kind === 'ledger' ? metric.of.of : undefined
  const entries = sql`${flowVersions(metric, knownAt)} e`
  if (!of || !withSubject) return entries
  // The subject as it stood when the entry came or went, or last before it ended too.
  const table = sql.table(of.table)
  const past = sql.table(`${of.table}_past`)
  const day = metric.flow === 'left' ? sql`e.valid_to` : sql`e.since`
  return sql`${entries} left join lateral (
    select * from (select * from ${table} union all select * from ${past} where superseded_at is null) v
    where v.district = e.district and v.id = e.subject and v.valid_from <= ${day}
    order by v.valid_from desc, v.version desc limit 1) s on true`
}

/** What is counted, as `e` (and `s`, the subject). */
export const metricFrom = (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
  withSubject: boolean,
) =>
  metric.flow === 'stock'
    ? fromVersions(repository, metric.of, cutoff, withSubject)
    : flowFrom(metric, cutoff.knownAt, withSubject)

/** The metric's own conditions: its rule and, for flows, the period. */
export const metricFilters = (repository: Repository, metric: CountMetric, cutoff: Cutoff): Filter[] => {
  const rule = ruleFilter(repository, metric, cutoff)
  const within = (column: string): Filter => ({
    condition: sql`${sql.ref(column)} between ${cutoff.from} and ${cutoff.asOf}`,
    ofSubject: false,
  })
  return [
    ...(rule ? [rule] : []),
    ...(metric.flow === 'entered' ? [within('e.since')] : []),
    ...(metric.flow === 'left' ? [within('e.valid_to')] : []),
  ]
}

/** The term that is summed or counted apart, if any. */
export const measuredTerm = (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
): Term | undefined => {
  const key = metric.sum ?? metric.distinct
  if (key === undefined) return undefined
  const found = findTerm(repository, metric.of, cutoff, key)
  if (!found) throw new Error(`${metric.name}: no term for ${key}`)
  return found
}

/** `from … where …` of a metric at a cut-off, within the actor's scope. */
export const metricSource = (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
  subjectWanted = false,
) => {
  const filters = metricFilters(repository, metric, cutoff)
  const conditions = [
    ...basicConditions(repository, metric.of, cutoff.area),
    ...filters.map((filter) => filter.condition),
  ]
  const withSubject =
    subjectWanted ||
    measuredTerm(repository, metric, cutoff)?.ofSubject ||
    filters.some((filter) => filter.ofSubject)
  return sql`from ${metricFrom(repository, metric, cutoff, withSubject)} where ${sql.join(conditions, sql` and `)}`
}

/** What is computed: a count, a distinct count or a sum. */
export const aggregate = (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
): RawBuilder<number> => {
  const term = measuredTerm(repository, metric, cutoff)
  if (term && metric.sum) return sql<number>`coalesce(sum(${sql.raw(term.sql)}), 0)`
  if (term) return sql<number>`count(distinct ${sql.raw(term.sql)})`
  return metric.flow === 'stock' ? sql<number>`count(*)` : sql<number>`count(distinct (e.id, e.since))`
}

/** Hash of a metric's definition: a figure tells whether it was made by another one. */
export const metricHash = (metric: MetricDefinition): string => {
  const parts =
    metric.kind === 'ratio'
      ? ['ratio', metricHash(metric.numerator), metricHash(metric.denominator), metric.times, metric.decimals]
      : ['count', metric.of.name, metric.flow, metric.where ?? '', metric.sum ?? '', metric.distinct ?? '']
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
