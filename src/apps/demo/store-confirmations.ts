import type { PoolClient } from 'pg'
import { builtInLedgers } from '../../modules/ledgers/index.ts'

/**
 * Confirmations through the whole history, now and then one left out, so that shares have a trend and some entries
 * are overdue. Derived from the entries' ids: the same office has the same ones.
 */
export const storeConfirmations = async (
  client: PoolClient,
  district: string,
  today: string,
  command: string,
): Promise<void> => {
  for (const { name, upkeep } of builtInLedgers) {
    if (!upkeep) continue
    await client.query(
      `insert into entry_confirmation (district, entry, confirmed_on, ledger, area, version, confirmed_at, command)
        select $1, e.id, d.on_day::date, $2, e.area, 1, d.on_day + interval '16 hours', $5
        from (select id, min(area collate "C") as area, min(since) as since, max(coalesce(valid_to, $4::date)) as until
          from (select id, area, since, valid_to from ledger_entry where district = $1 and ledger = $2
            union all select id, area, since, valid_to from ledger_entry_past where district = $1 and ledger = $2) v
          group by id) e
        cross join lateral generate_series(e.since::timestamp + make_interval(days => $3 - 3
            - (hashtext(e.id::text) & 7)), least(e.until, $4::date)::timestamp - interval '1 day',
          make_interval(days => $3 - 2)) d(on_day)
        where hashtext(e.id::text || d.on_day::text) % 100 between -95 and 92
        on conflict do nothing`,
      [district, name, upkeep.everyDays, today, command],
    )
  }
}
