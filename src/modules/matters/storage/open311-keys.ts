import { type RawBuilder, sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** A key in force: what it may reach, and whether everybody may read what comes through it. */
export interface Open311Key {
  readonly id: string
  readonly title: string
  readonly areas: readonly string[]
  readonly listed: boolean
  readonly perMinute: number
}

const field = 'open311Key'

const select = async (
  { db, district }: Repository,
  condition: RawBuilder<unknown>,
): Promise<Open311Key | undefined> => {
  const { rows } = await sql<Open311Key>`
    select id, title, areas, listed, per_minute as "perMinute" from open311_key
    where district = ${district} and ${condition} and revoked_at is null`.execute(db)
  return rows[0]
}

/** The key in force whose secret this is. */
export const findKey = (repository: Repository, secret: string): Promise<Open311Key | undefined> =>
  select(repository, sql`hash = ${repository.cipher.lookup(secret, field)}`)

/** A key by its id, if it is in force still. */
export const findKeyById = (repository: Repository, id: string): Promise<Open311Key | undefined> =>
  select(repository, sql`id = ${id}`)

export const insertKey = async (
  { db, district, cipher, actor }: Repository,
  { secret, ...key }: Open311Key & { secret: string },
): Promise<void> => {
  await sql`insert into open311_key (district, id, title, hash, hint, areas, listed, per_minute, made_by)
    values (${district}, ${key.id}, ${key.title}, ${cipher.lookup(secret, field)}, ${secret.slice(-4)},
      ${key.areas}, ${key.listed}, ${key.perMinute}, ${actor.id})`.execute(db)
}

/** A key as those see it who manage them. */
export interface KeyRow extends Open311Key {
  readonly hint: string
  readonly madeAt: Date
  readonly madeBy: string
  readonly revokedAt: Date | null
  readonly requests: number
  readonly refused: number
  readonly lastAt: Date | null
}

export const listKeys = async ({ db, district }: Repository): Promise<KeyRow[]> => {
  const { rows } = await sql<KeyRow>`
    select k.id, k.title, k.areas, k.listed, k.per_minute as "perMinute", k.hint, k.made_at as "madeAt",
      coalesce(s.name, '') as "madeBy", k.revoked_at as "revokedAt",
      (select count(*) from open311_request r where r.district = k.district and r.key = k.id)::int as requests,
      coalesce(u.refused, 0)::int as refused, u.last_at as "lastAt"
    from open311_key k left join staff s on s.district = k.district and s.id = k.made_by
      left join lateral (select sum(refused) as refused, max(last_at) as last_at from open311_use u
        where u.district = k.district and u.key = k.id) u on true
    where k.district = ${district} order by k.revoked_at is not null, k.made_at desc`.execute(db)
  return rows
}

/** Takes a key out of force from now on; answers whether it was in force. */
export const revokeKey = async ({ db, district, actor }: Repository, id: string): Promise<boolean> => {
  const { rows } = await sql`update open311_key set revoked_at = now(), revoked_by = ${actor.id}
    where district = ${district} and id = ${id} and revoked_at is null returning id`.execute(db)
  return rows.length > 0
}

/** Counts a use of a key, by day. */
export const countUse = async (
  { db, district, today }: Repository,
  key: string,
  kind: 'reads' | 'writes' | 'refused',
): Promise<void> => {
  const column = sql.ref(kind)
  await sql`insert into open311_use as u (district, key, day, ${column}, last_at)
    values (${district}, ${key}, ${today}, 1, now())
    on conflict (district, key, day) do update set ${column} = u.${column} + 1, last_at = now()`.execute(db)
}
