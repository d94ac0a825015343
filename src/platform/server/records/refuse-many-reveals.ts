import { sql } from 'kysely'
import { Problem } from '../../contract/problem.ts'
import type { Repository } from '../repository/repository.ts'

/** Values that one person may see in clear within an hour: one a minute, more than any window serves. */
export const revealsPerHour = 60

/**
 * Throws `rate.exceeded` where the actor has seen as many values in clear within the last hour as one may. Counts the
 * audit's entries of actions named `reveal…`; two at once wait for each other until the transaction ends.
 */
export const refuseManyReveals = async ({ db, district, actor }: Repository): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveals ${actor.id}`}, 0))`.execute(db)
  const { rows } = await sql<{ seen: number; minutes: number | null }>`
    select count(*) as seen,
      ceil(extract(epoch from min(at) + interval '1 hour' - now()) / 60)::integer as minutes from (
        select at from audit_entry where district = ${district} and actor = ${actor.id} and action like 'reveal%'
          and outcome = 'done' and at > now() - interval '1 hour' order by at desc limit ${revealsPerHour}) a`.execute(
    db,
  )
  const { seen, minutes } = rows[0]!
  if (seen < revealsPerHour) return
  throw new Problem(
    'rate.exceeded',
    `一小时内您已经看了 ${revealsPerHour} 项原文，请过 ${Math.max(1, minutes ?? 1)} 分钟再看。要核对许多人，请按用途导出表格。`,
  )
}
