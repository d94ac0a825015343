import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { beginning, hashSeal, type SealedEntry, sealedColumns } from './entry-hash.ts'

export interface Verification {
  intact: boolean
  entries: number
  seals: number
  /** Entries newer than the last seal; they are sealed within a minute. */
  unsealed: number
  /** What is wrong, a sentence each. */
  faults: string[]
}

interface Seal {
  number: number
  entries: string
  open_gaps: string
  void: string
  last_seq: number
  previous: Buffer
  hash: Buffer
}

const numbersOf = (multirange: string): number =>
  [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].reduce(
    (sum, [, from, to]) => sum + Number(to) - Number(from),
    0,
  )

/** Lowest number in a multirange, so that an index finds its entries. */
const lowest = (multirange: string): number => Number(/\d+/.exec(multirange)?.[0] ?? 0)

const checkSeal = async (db: Database, district: string, seal: Seal): Promise<string[]> => {
  const { rows } = await sql<SealedEntry>`select ${sql.raw(sealedColumns)} from audit_entry
    where district = ${district} and seq between ${lowest(seal.entries)} and ${seal.last_seq}
      and seq <@ ${seal.entries}::int8multirange order by seq`.execute(db)
  const expected = numbersOf(seal.entries)
  if (rows.length < expected) {
    const missing = (
      await sql<{ gone: string }>`select (${seal.entries}::int8multirange -
        coalesce(range_agg(int8range(n, n, '[]')), '{}'))::text as gone
        from unnest(${rows.map((row) => row.seq)}::int8[]) n`.execute(db)
    ).rows[0]!.gone
    return [`第 ${seal.number} 次封存：缺少 ${expected - rows.length} 条记录，编号 ${missing}。`]
  }
  const head = {
    district,
    number: seal.number,
    entries: seal.entries,
    openGaps: seal.open_gaps,
    void: seal.void,
    lastSeq: seal.last_seq,
    previous: seal.previous,
  }
  if (hashSeal(head, rows).equals(seal.hash)) return []
  const span = `编号 ${rows[0]?.seq ?? '—'} 至 ${rows.at(-1)?.seq ?? '—'}`
  return [`第 ${seal.number} 次封存：${span} 的记录中有被改动过的，哈希对不上。`]
}

/**
 * Recomputes the whole chain of a district: every seal's hash, each seal's link to the one before, and that no
 * entry stands outside. Finds changed, missing, reordered and slipped-in entries and says which.
 */
export const verifyAudit = async (db: Database, district: string): Promise<Verification> => {
  const seals = (
    await sql<Seal>`select number, entries::text, open_gaps::text, void::text, last_seq, previous, hash from audit_seal
      where district = ${district} order by number`.execute(db)
  ).rows
  const faults: string[] = []
  let previous: Buffer = beginning
  for (const [index, seal] of seals.entries()) {
    if (seal.number !== index + 1) faults.push(`第 ${index + 1} 次封存不见了（其后是第 ${seal.number} 次）。`)
    if (!seal.previous.equals(previous)) faults.push(`第 ${seal.number} 次封存与前一次接不上。`)
    faults.push(...(await checkSeal(db, district, seal)))
    previous = seal.hash
  }
  const last = seals.at(-1)
  const outside = (
    await sql<{ seq: number }>`select seq from audit_entry
      where district = ${district} and seq <= ${last?.last_seq ?? 0}
        and not seq <@ (select coalesce(range_agg(covered), '{}') from audit_seal, unnest(entries) covered
          where district = ${district})
        and not seq <@ ${last?.open_gaps ?? '{}'}::int8multirange
      order by seq limit 20`.execute(db)
  ).rows
  for (const { seq } of outside) faults.push(`编号 ${seq} 的记录是封存之后插进来的。`)
  const counts = (
    await sql<{ entries: number; unsealed: number }>`select count(*) as entries,
      count(*) filter (where seq > ${last?.last_seq ?? 0} or seq <@ ${last?.open_gaps ?? '{}'}::int8multirange) as unsealed
      from audit_entry where district = ${district}`.execute(db)
  ).rows[0]!
  return { intact: faults.length === 0, ...counts, seals: seals.length, faults }
}
