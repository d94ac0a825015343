import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'
import type { News } from '../events.ts'

/** `standard`: signed JSON (Standard Webhooks). The others are robots of a group, who get a sentence. */
export type HookKind = 'standard' | 'wecom' | 'dingtalk'

export interface HookRow {
  readonly id: string
  readonly title: string
  readonly kind: HookKind
  readonly area: string
  readonly host: string
  readonly events: readonly string[]
  readonly madeAt: Date
  readonly failures: number
  readonly disabledAt: Date | null
  readonly disabledBy: string | null
}

const urlPlace = (id: string) => `hook:url:${id}`
const secretPlace = (id: string) => `hook:secret:${id}`

/** Addresses of hooks and what they sign with. */
export const sealedHooks: readonly SealedColumn[] = [
  { table: 'hook', column: 'url', names: ['id'], place: ({ id }) => urlPlace(id!) },
  { table: 'hook', column: 'secret', names: ['id'], place: ({ id }) => secretPlace(id!) },
]

const columns = sql`id, title, kind, area, host, events, made_at as "madeAt", failures, disabled_at as "disabledAt",
  disabled_by as "disabledBy"`

export const listHooks = async ({ db, district }: Repository): Promise<HookRow[]> => {
  const { rows } = await sql<HookRow>`
    select ${columns} from hook where district = ${district} order by made_at desc`.execute(db)
  return rows
}

export const insertHook = async (
  { db, district, cipher, actor }: Repository,
  hook: Pick<HookRow, 'id' | 'title' | 'kind' | 'area' | 'events'> & { url: URL; secret: string },
): Promise<void> => {
  await sql`insert into hook (district, id, title, kind, area, url, host, secret, events, made_by)
    values (${district}, ${hook.id}, ${hook.title}, ${hook.kind}, ${hook.area},
      ${cipher.encrypt(hook.url.href, urlPlace(hook.id))}, ${hook.url.host},
      ${hook.secret === '' ? null : cipher.encrypt(hook.secret, secretPlace(hook.id))}, ${hook.events},
      ${actor.id})`.execute(db)
}

/** Turns a hook off or on again; on again, it begins without failures. */
export const turnHook = async (
  { db, district, actor }: Repository,
  id: string,
  on: boolean,
): Promise<void> => {
  await sql`update hook set failures = 0, disabled_at = ${on ? null : sql`now()`},
      disabled_by = ${on ? null : actor.id}
    where district = ${district} and id = ${id}`.execute(db)
}

/** Takes a hook away with all that was sent to it. */
export const deleteHook = async ({ db, district }: Repository, id: string): Promise<void> => {
  await sql`delete from hook_delivery where district = ${district} and hook = ${id}`.execute(db)
  await sql`delete from hook where district = ${district} and id = ${id}`.execute(db)
}

/** Writes down what the hooks of an area are to be told, each once; robots wait for quiet hours to end. */
export const insertDeliveries = async (
  { db, district }: Repository,
  { event, key, area, text, data }: News,
  { now, robotsAt }: { now: Date; robotsAt: Date },
): Promise<void> => {
  await sql`insert into hook_delivery (district, id, hook, event, key, text, payload, next_at)
    select ${district}, gen_random_uuid(), h.id, ${event}, ${key}, ${text},
      ${JSON.stringify({ type: event, timestamp: now.toISOString(), data })}::jsonb,
      case when h.kind = 'standard' then ${now}::timestamptz else ${robotsAt}::timestamptz end
    from hook h where h.district = ${district} and h.disabled_at is null and ${event} = any(h.events)
      and starts_with(${area}, h.area)
    on conflict (district, hook, key) do nothing`.execute(db)
}

export interface DueDelivery {
  readonly id: string
  readonly hook: string
  readonly kind: HookKind
  readonly url: string
  readonly secret: string
  readonly text: string
  readonly payload: unknown
  readonly tries: number
}

/** Until when nobody else takes what one server has taken to send, should it die. */
const lease = '2 minutes'

/**
 * Takes one delivery that is due, so that no other server sends it too. Materialized, for a subquery that skips locked
 * rows answers another row each time that a plan asks it anew.
 */
export const takeDelivery = async (
  { db, district, cipher }: Repository,
  now: Date,
): Promise<DueDelivery | undefined> => {
  const { rows } = await sql<Omit<DueDelivery, 'url' | 'secret'> & { url: Buffer; secret: Buffer | null }>`
    with due as materialized (
      select w.id from hook_delivery w join hook h on h.district = w.district and h.id = w.hook
      where w.district = ${district} and w.next_at <= ${now} and h.disabled_at is null
      order by w.next_at limit 1 for update of w skip locked)
    update hook_delivery d set tries = d.tries + 1, next_at = ${now}::timestamptz + ${lease}::interval
    from due, hook h
    where d.district = ${district} and d.id = due.id and h.district = d.district and h.id = d.hook
    returning d.id, d.hook, h.kind, h.url, h.secret, d.text, d.payload, d.tries`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  return {
    ...found,
    url: cipher.decrypt(found.url, urlPlace(found.hook)),
    secret: found.secret ? cipher.decrypt(found.secret, secretPlace(found.hook)) : '',
  }
}

export const settleDelivery = async (
  { db, district }: Repository,
  { id, hook }: DueDelivery,
  status: number,
): Promise<void> => {
  await sql`update hook_delivery set state = 'sent', next_at = null, last_status = ${status}, last_error = '',
    done_at = now() where district = ${district} and id = ${id}`.execute(db)
  await sql`update hook set failures = 0 where district = ${district} and id = ${hook} and failures > 0`.execute(
    db,
  )
}

/** So many tries in a row that failed, whatever was to be sent, and the hook is turned off. */
const mostFailures = 20

/** Notes a try that failed; it is tried again after so many seconds, or given up. */
export const failDelivery = async (
  { db, district }: Repository,
  { id, hook }: DueDelivery,
  { status, error, wait }: { status: number | null; error: string; wait: number | undefined },
): Promise<void> => {
  await sql`update hook_delivery set state = ${wait === undefined ? 'failed' : 'waiting'}, last_status = ${status},
      last_error = ${error}, next_at = now() + ${wait ?? null}::double precision * interval '1 second',
      done_at = ${wait === undefined ? sql`now()` : null}
    where district = ${district} and id = ${id}`.execute(db)
  await sql`update hook set failures = failures + 1,
      disabled_at = case when failures + 1 >= ${mostFailures} then coalesce(disabled_at, now()) else disabled_at end
    where district = ${district} and id = ${hook}`.execute(db)
}

export interface DeliveryRow {
  readonly id: string
  readonly hook: string
  readonly event: string
  readonly text: string
  readonly createdAt: Date
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly nextAt: Date | null
  readonly lastStatus: number | null
  readonly lastError: string
}

/** The latest deliveries of a hook. */
export const listDeliveries = async (
  { db, district }: Repository,
  hook: string,
  most: number,
): Promise<DeliveryRow[]> => {
  const { rows } = await sql<DeliveryRow>`
    select id, hook, event, text, created_at as "createdAt", state, tries, next_at as "nextAt",
      last_status as "lastStatus", last_error as "lastError"
    from hook_delivery where district = ${district} and hook = ${hook} order by created_at desc, id limit ${most}`.execute(
    db,
  )
  return rows
}

/** Sends a delivery once more, from now; answers the hook that it belongs to, if there is such a delivery. */
export const resendDelivery = async (
  { db, district }: Repository,
  id: string,
  hook: string,
): Promise<boolean> => {
  const { rows } =
    await sql`update hook_delivery set state = 'waiting', tries = 0, next_at = now(), done_at = null
    where district = ${district} and id = ${id} and hook = ${hook} returning id`.execute(db)
  return rows.length > 0
}

export const clearDeliveries = async ({ db, district }: Repository): Promise<void> => {
  await sql`delete from hook_delivery where district = ${district} and next_at is null
    and created_at < now() - interval '30 days'`.execute(db)
}
