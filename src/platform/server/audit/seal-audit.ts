import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { beginning, hashSeal, type SealedEntry, sealedColumns } from './entry-hash.ts'

/** At most so many entries a seal, so that it can be checked in little memory. */
const most = 10_000

interface LastSeal {
  number: number
  last_seq: number
  open_gaps: string
  hash: Buffer
  sealed_at: Date
}

/**
 * Closes the entries that are not sealed yet with one seal, and answers how many they were. Writers never wait for
 * it: numbers below the highest that are not to be seen belong to running transactions and are left open for a
 * later seal; after a day they cannot come any more and are declared void.
 */
export const sealAudit = (db: Database, district: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    // One sealer at a time; writers take no such lock.
    await sql`select pg_advisory_xact_lock(hashtext(${`seal:${district}`}))`.execute(tx)
    const last = (
      await sql<LastSeal>`select number, last_seq, open_gaps::text, hash, sealed_at from audit_seal
        where district = ${district} order by number desc limit 1`.execute(tx)
    ).rows[0]
    const lastSeq = last?.last_seq ?? 0
    const gaps = last?.open_gaps ?? '{}'
    const unseen = gaps === '{}' ? lastSeq : Number(/\d+/.exec(gaps)![0]) - 1
    const entries = (
      await sql<SealedEntry>`select ${sql.raw(sealedColumns)} from audit_entry
        where district = ${district} and seq > ${unseen}
          and (seq > ${lastSeq} or seq <@ ${gaps}::int8multirange)
        order by seq limit ${most}`.execute(tx)
    ).rows
    if (entries.length === 0) return 0
    const upTo = Math.max(lastSeq, entries.at(-1)!.seq)
    const covered = entries.map((entry) => entry.seq)
    const ranges = (
      await sql<{ entries: string; open: string; void: string }>`
        with sealed as (select range_agg(int8range(n, n, '[]')) as entries from unnest(${covered}::int8[]) n),
        missing as (select (${gaps}::int8multirange + int8multirange(int8range(${lastSeq}::int8, ${upTo}::int8, '(]')))
          - entries as gaps from sealed),
        stale as (select case when ${last?.sealed_at ?? null}::timestamptz < now() - interval '1 day'
          then ${gaps}::int8multirange * gaps else '{}' end as void from missing)
        select entries::text, (gaps - void)::text as open, void::text from sealed, missing, stale`.execute(tx)
    ).rows[0]!
    const head = {
      district,
      number: (last?.number ?? 0) + 1,
      entries: ranges.entries,
      openGaps: ranges.open,
      void: ranges.void,
      lastSeq: upTo,
      previous: last?.hash ?? beginning,
    }
    await sql`insert into audit_seal (district, number, entries, open_gaps, void, last_seq, previous, hash, sealed_at)
      values (${district}, ${head.number}, ${head.entries}, ${head.openGaps}, ${head.void}, ${upTo},
        ${head.previous}, ${hashSeal(head, entries)}, now())`.execute(tx)
    return entries.length
  })
