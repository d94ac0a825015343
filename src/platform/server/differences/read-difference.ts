import { sql } from 'kysely'
import type { CountMetric } from '../../../core/definition/index.ts'
import type { DifferenceCause } from '../../contract/differences.ts'
import type { Repository } from '../repository/repository.ts'
import { differenceRows, type Span } from './difference-query.ts'
import { wordCause } from './word-cause.ts'

/** The two values and the causes between them: `start` plus all amounts is `end`. One statement, so one state of the data. */
export const readDifference = async (
  repository: Repository,
  metric: CountMetric,
  span: Span,
): Promise<{ start: number; end: number; causes: DifferenceCause[] }> => {
  const { states, rows: differing } = differenceRows(repository, metric, span)
  const { rows } = await sql<{ code: string | null; amount: string; records: string }>`
    with ${states}
    select 'start' as code, coalesce(sum(amount), 0) as amount, 0 as records from a
    union all select 'end', coalesce(sum(amount), 0), 0 from c
    union all select code, sum(amount), count(*) from ${differing} t group by code`.execute(repository.db)
  const amountOf = (code: string) => Number(rows.find((row) => row.code === code)!.amount)
  const causes = rows
    .filter(({ code }) => code !== 'start' && code !== 'end')
    .map(({ code, amount, records }) => ({
      ...wordCause(metric, code!),
      code: code!,
      amount: Number(amount),
      records: Number(records),
    }))
    .toSorted((a, b) => a.order - b.order)
  return {
    start: amountOf('start'),
    end: amountOf('end'),
    causes: causes.map(({ order: _, ...cause }) => cause),
  }
}
