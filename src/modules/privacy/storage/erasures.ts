import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../platform/server/database/connect.ts'
import { tableOf } from '../../../platform/server/repository/columns.ts'
import type { Catalogue, Repository } from '../../../platform/server/repository/repository.ts'

/** A certificate: how many records of what went by which rule. */
export interface Erasure {
  readonly id: string
  readonly definition: string
  readonly title: string
  readonly years: number
  readonly reason: string
  readonly ended_by: string
  readonly records: number
  readonly versions: number
  readonly digest: string
  readonly at: Date
  readonly by_name: string
}

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest()

/** SHA-256 over the sorted hashes, in hex. */
const digestOf = (hashes: readonly Buffer[]): string => {
  const whole = createHash('sha256')
  for (const hash of [...hashes].sort(Buffer.compare)) whole.update(hash)
  return whole.digest('hex')
}

/** Writes a certificate; answers its digest. */
export const storeErasure = async (
  { db, district, actor }: Repository,
  { ids, ...erasure }: Omit<Erasure, 'digest' | 'at' | 'by_name' | 'records'> & { ids: readonly string[] },
): Promise<string> => {
  const hashes = ids.map(hashOf)
  const digest = digestOf(hashes)
  await db
    .insertInto('erasure')
    .values({ district, ...erasure, records: ids.length, digest, by_name: actor.name })
    .execute()
  await sql`insert into erased_record (district, erasure, record_hash)
    select ${district}, ${erasure.id}, unnest(${hashes}::bytea[])`.execute(db)
  return digest
}

export const listErasures = async ({ db, district }: Repository): Promise<Erasure[]> => {
  const { rows } = await sql<Erasure>`select id, definition, title, years, reason, ended_by::text, records,
      versions, digest, at, by_name
    from erasure where district = ${district} order by at desc limit 200`.execute(db)
  return rows
}

const checkOne = async (
  db: Database,
  district: string,
  catalogue: Catalogue,
  erasure: Erasure,
): Promise<string[]> => {
  const called = `${erasure.at.toISOString().slice(0, 10)} 删除“${erasure.title}”的证明`
  const { rows } = await sql<{ record_hash: Buffer }>`select record_hash from erased_record
    where district = ${district} and erasure = ${erasure.id}`.execute(db)
  const digest = digestOf(rows.map(({ record_hash }) => record_hash))
  const { rows: noted } = await sql<{ digest: string | null }>`select detail->>'digest' as digest
    from audit_entry where district = ${district} and subject = ${erasure.id} and action = 'eraseExpired'`.execute(
    db,
  )
  const definition = catalogue.records.get(erasure.definition) ?? catalogue.ledgers.get(erasure.definition)
  const table = definition && tableOf(definition)
  const { rows: back } = table
    ? await sql<{ n: number }>`select count(*) as n from (
        select id from ${sql.table(table)} where district = ${district}
        union all select id from ${sql.table(`${table}_past`)} where district = ${district}) e
        join erased_record r on r.district = ${district} and r.erasure = ${erasure.id}
          and r.record_hash = sha256(convert_to(e.id::text, 'UTF8'))`.execute(db)
    : { rows: [] }
  return [
    ...(digest === erasure.digest && rows.length === erasure.records
      ? []
      : [`${called}被动过：编号摘要与证明不符。`]),
    ...(noted.some((entry) => entry.digest === erasure.digest) ? [] : [`${called}与操作记录不符。`]),
    ...(Number(back[0]?.n ?? 0) > 0
      ? [`${called}之后，又出现了 ${back[0]!.n} 条已删除的记录（如从旧备份恢复）。`]
      : []),
  ]
}

/**
 * Proves the certificates: each is what the audit says it was, its hashes are whole, and none of what was erased is
 * there again. Answers what is wrong, a sentence each.
 */
export const verifyErasures = async (
  db: Database,
  district: string,
  catalogue: Catalogue,
): Promise<{ erasures: number; faults: string[] }> => {
  const { rows } = await sql<Erasure>`select * from erasure where district = ${district} order by at`.execute(
    db,
  )
  const faults: string[] = []
  for (const erasure of rows) faults.push(...(await checkOne(db, district, catalogue, erasure)))
  return { erasures: rows.length, faults }
}
