import { type RawBuilder, sql } from 'kysely'
import type { CountMetric, Definition } from '../../../core/definition/index.ts'
import { type Cutoff, measuredTerm, metricSource } from '../figures/metric-query.ts'
import { areasWithin } from '../permission/actor.ts'
import { tableOf } from '../repository/columns.ts'
import type { Repository } from '../repository/repository.ts'
import { inAreas, readingRight } from '../repository/scope.ts'
import { type Viewpoint, versionsAt } from '../repository/viewpoint.ts'

/** The two ends of a comparison. What was known at the end of the earlier day is told from what is known now. */
export interface Span {
  readonly area?: string | undefined
  readonly since: string
  /** The last instant of `since`. */
  readonly knownThen: Date
  readonly asOf: string
}

const cutoffOf = ({ area }: Span, asOf: string, knownAt?: Date): Cutoff => ({
  area,
  asOf,
  from: asOf,
  knownAt,
})

/** What a metric counts at a cut-off, one row a record (or a distinct value), with what each contributes. */
const contributions = (repository: Repository, metric: CountMetric, cutoff: Cutoff) => {
  const term = measuredTerm(repository, metric, cutoff)
  const source = metricSource(repository, metric, cutoff)
  if (term && metric.distinct)
    return sql`(select ${sql.raw(term.sql)}::text as key, min(e.id::text)::uuid as id, 1::numeric as amount ${source}
      and ${sql.raw(term.sql)} is not null group by 1)`
  const amount = term ? sql`sum(coalesce(${sql.raw(term.sql)}, 0))` : sql`count(*)`
  return sql`(select e.id::text as key, e.id, ${amount}::numeric as amount ${source} group by e.id)`
}

const versionOf = (
  repository: Repository,
  definition: Definition,
  viewpoint: Viewpoint,
  id: RawBuilder<unknown>,
) =>
  sql`(select v.* from ${versionsAt(repository, definition, viewpoint)} v
    where v.district = ${repository.district} and v.id = ${id} limit 1)`

/** The end that was known last, of a record that has ended. */
const endOf = (repository: Repository, definition: Definition, asOf: string, id: RawBuilder<unknown>) =>
  sql`(select v.* from ${sql.table(`${tableOf(definition)}_past`)} v
    where v.district = ${repository.district} and v.id = ${id} and v.ended is not null
      and v.superseded_at is null and v.valid_to <= ${asOf} order by v.version desc limit 1)`

/** Contributions that differ between two states, with the versions before and after and how the record ended. */
const differing = (
  repository: Repository,
  metric: CountMetric,
  [before, after]: readonly [RawBuilder<unknown>, RawBuilder<unknown>],
  [then, now]: readonly [Viewpoint, Viewpoint & { asOf: string }],
  cause: RawBuilder<unknown>,
) => {
  const { of } = metric
  const subject = of.kind === 'ledger' ? of.of : undefined
  const sides = subject
    ? sql`left join lateral ${versionOf(repository, subject, then, sql`d.subject`)} s0 on true
      left join lateral ${versionOf(repository, subject, now, sql`d.subject`)} s1 on true
      left join lateral ${endOf(repository, subject, now.asOf, sql`d.subject`)} se on true`
    : sql``
  const subjectColumns = subject
    ? sql`to_jsonb(s0) as subject0, to_jsonb(s1) as subject1, se.valid_to as subject_end`
    : sql`null::jsonb as subject0, null::jsonb as subject1, null::date as subject_end`
  return sql`select d.id, d.key, d.amount, ${cause} || case when d.amount < 0 then '-' else '+' end as code,
      d.v0 as row0, d.v1 as row1, ${subjectColumns}, d.end_day, d.end_reason
    from (select m.*, to_jsonb(v0) as v0, to_jsonb(v1) as v1, v0.id is not null as was, v1.id is not null as is,
        v0.version as version0, v1.version as version1, v0.area as area0, v1.area as area1,
        coalesce(v1.since, v0.since) as since, ve.ended, ve.valid_to as end_day, ve.reason as end_reason
        ${subject ? sql`, coalesce(v1.subject, v0.subject) as subject` : sql``}
        ${of.name === 'person' ? sql`, v1.birth_date` : sql`, null::date as birth_date`}
      from (select key, coalesce(a.id, b.id) as id, a.key is null as fresh, b.key is null as gone,
          coalesce(b.amount, 0) - coalesce(a.amount, 0) as amount
        from ${before} a full join ${after} b using (key) where a.amount is distinct from b.amount) m
      left join lateral ${versionOf(repository, of, then, sql`m.id`)} v0 on true
      left join lateral ${versionOf(repository, of, now, sql`m.id`)} v1 on true
      left join lateral ${endOf(repository, of, now.asOf, sql`m.id`)} ve on true) d
    ${sides}`
}

/**
 * Every record that makes a metric differ between two days, with its cause: first what was learned or mended
 * afterwards about the earlier day, then what happened in the world. Amounts add up to the difference, since each
 * step is the difference of two sums over the same rows.
 */
export const differenceRows = (repository: Repository, metric: CountMetric, span: Span) => {
  const then = cutoffOf(span, span.since, span.knownThen)
  const settled = cutoffOf(span, span.since)
  const now = cutoffOf(span, span.asOf)
  const areas = areasWithin(repository.actor, readingRight(metric.of), span.area)
  const outside = (column: string) => sql`not ${inAreas(areas, sql.ref(column))}`
  const ofSubject = metric.of.kind === 'ledger' && metric.of.of !== undefined
  const sameSubject = ofSubject ? sql`s0.version is not distinct from s1.version` : sql`true`
  const corrected = sql`case when d.fresh and not d.was then 'late' when d.gone and not d.is then 'lateEnd'
    else 'corrected' end`
  const happened = sql`case
    when not d.fresh and not d.gone then case when d.version0 = d.version1 and ${sameSubject} then 'aged' else 'revalued' end
    when d.gone and not d.is then 'ended.' || coalesce(d.ended, 'other')
    when d.fresh and not d.was then case when d.birth_date > ${span.since} then 'born' else 'entered' end
    when d.gone and ${outside('d.area1')} or d.fresh and ${outside('d.area0')} then 'within'
    ${
      ofSubject
        ? sql`when d.gone and s0.id is not null and s1.id is null and se.ended is not null then 'ended.' || se.ended`
        : sql``
    }
    when d.version0 = d.version1 and ${sameSubject} then 'aged'
    else 'reclassified' end`
  const states = [sql`a`, sql`b`, sql`c`] as const
  return {
    /** Opens the query: the three states. */
    states: sql`a as materialized ${contributions(repository, metric, then)},
      b as materialized ${contributions(repository, metric, settled)},
      c as materialized ${contributions(repository, metric, now)}`,
    rows: sql`(${differing(repository, metric, [states[0], states[1]], [then, settled], corrected)}
      union all ${differing(repository, metric, [states[1], states[2]], [settled, now], happened)})`,
  }
}
