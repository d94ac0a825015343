import { sql } from 'kysely'
import type { CountMetric } from '../../../core/definition/index.ts'
import { aggregate, type Cutoff, metricSource } from '../../../platform/server/figures/metric-query.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** Counts or sums a metric, with the SHA-256 over the sorted (id, version) of the records behind it. */
export const countWithInputs = async (
  repository: Repository,
  metric: CountMetric,
  cutoff: Cutoff,
): Promise<{ value: number; inputs: string }> => {
  const { rows } = await sql<{ value: number; inputs: string }>`
    select ${aggregate(repository, metric, cutoff)} as value,
      encode(sha256(convert_to(
        coalesce(string_agg(e.id || ':' || e.version, ',' order by e.id, e.version), ''), 'UTF8')), 'hex') as inputs
    ${metricSource(repository, metric, cutoff)}`.execute(repository.db)
  return { value: Number(rows[0]!.value), inputs: rows[0]!.inputs }
}
