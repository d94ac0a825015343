import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'
import { visible } from './visible.ts'

/** Which of these numbers of a hotline the district knows already. */
export const findKnownOrders = async (
  { db, district }: Repository,
  externals: readonly string[],
): Promise<Set<string>> => {
  const { rows } = await sql<{ external: string }>`
    select external from matter_order where district = ${district} and external = any(${externals})`.execute(
    db,
  )
  return new Set(rows.map(({ external }) => external))
}

/**
 * Takes a number for a matter that is about to be written; false where another has it, also one that is written at
 * this very moment.
 */
export const takeOrder = async (
  { db, district }: Repository,
  order: { external: string; calledAt: Date | null },
  matter: string,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into matter_order (district, external, matter, called_at)
    values (${district}, ${order.external}, ${matter}, ${order.calledAt})
    on conflict do nothing returning external`.execute(db)
  return rows.length === 1
}

/** The hotline's number of a matter and when it was called; undefined for one that came another way. */
export const findOrder = async (
  { db, district }: Repository,
  matter: string,
): Promise<{ external: string; calledAt: string | null } | undefined> => {
  const { rows } = await sql<{ external: string; called_at: Date | null }>`
    select external, called_at from matter_order where district = ${district} and matter = ${matter}`.execute(
    db,
  )
  return (
    rows[0] && {
      external: rows[0].external,
      calledAt: rows[0].called_at && new Date(rows[0].called_at).toISOString(),
    }
  )
}

export interface OrderAnswer {
  readonly external: string
  readonly text: string
  readonly at: Date
}

/** What was answered to these orders, as far as one may see them; those not answered yet are left out. */
export const listOrderAnswers = async (
  repository: Repository,
  bodies: readonly Body[],
  externals: readonly string[],
): Promise<OrderAnswer[]> => {
  const { rows } = await sql<OrderAnswer>`
    select o.external, s.detail->>'text' as text, s.at
    from matter_order o
    join matter_flow f on f.district = o.district and f.matter = o.matter
    join lateral (
      select detail, at from matter_step s where s.district = o.district and s.matter = o.matter
        and s.kind in ('answer', 'close', 'withdraw') order by s.seq desc limit 1) s on true
    where o.district = ${repository.district} and o.external = any(${externals})
      and f.facts->>'state' in ('answered', 'closed')
      and exists (select from (
        select district, id, area, owner, pending from matter where district = o.district and id = o.matter
        union all (select district, id, area, owner, pending from matter_past
          where district = o.district and id = o.matter order by version desc limit 1)) e
        where ${visible(repository, bodies)})`.execute(repository.db)
  return rows
}
