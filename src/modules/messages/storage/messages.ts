import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { News } from '../events.ts'

/** Writes what people are told, each once; `mailAt` is when it may go by mail to those who want that. */
export const insertMessages = async (
  { db, district }: Repository,
  { event, key, urgent, text, link, staff }: News,
  mailAt: Date,
): Promise<void> => {
  if (staff.length === 0) return
  await sql`insert into message (district, staff, event, key, urgent, text, link, shown, mail_at)
    select ${district}, s.id, ${event}, ${key}, ${urgent}, ${text}, ${link},
      not ${event} = any(coalesce(c.hidden, '{}')),
      case when c.email is not null and not ${event} = any(c.unmailed) then ${mailAt}::timestamptz end
    from (select distinct unnest(${staff}::uuid[]) as id) s
      left join message_choice c on c.district = ${district} and c.staff = s.id
    on conflict (district, staff, key) do nothing`.execute(db)
}

export interface MessageRow {
  readonly id: string
  readonly event: string
  readonly urgent: boolean
  readonly text: string
  readonly link: string
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** One's own messages, the latest first. */
export const listMessages = async (
  { db, district, actor }: Repository,
  { unread, most }: { unread: boolean; most: number },
): Promise<MessageRow[]> => {
  const { rows } = await sql<MessageRow>`
    select id, event, urgent, text, link, created_at as "createdAt", read_at as "readAt" from message
    where district = ${district} and staff = ${actor.id} and shown
      and (not ${unread}::boolean or read_at is null)
    order by created_at desc, id limit ${most}`.execute(db)
  return rows
}

export const countUnread = async ({ db, district, actor }: Repository): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from message
    where district = ${district} and staff = ${actor.id} and shown and read_at is null`.execute(db)
  return rows[0]!.n
}

/** Marks one's own messages as read, all of them where none is named; answers how many were not. */
export const markRead = async (
  { db, district, actor }: Repository,
  ids: readonly string[] | undefined,
): Promise<number> => {
  const named = ids ? sql`and id = any(${ids}::uuid[])` : sql``
  const { rows } = await sql`update message set read_at = now()
    where district = ${district} and staff = ${actor.id} and read_at is null ${named} returning id`.execute(
    db,
  )
  return rows.length
}

/** Whether all of these are one's own. */
export const areMine = async (
  { db, district, actor }: Repository,
  ids: readonly string[],
): Promise<boolean> => {
  const { rows } = await sql`select from message where district = ${district} and staff = ${actor.id}
    and id = any(${ids}::uuid[])`.execute(db)
  return rows.length === new Set(ids).size
}

export interface DueMail {
  readonly id: string
  readonly staff: string
  readonly text: string
  readonly link: string
  readonly tries: number
}

/** Until when nobody else takes what one server has taken to send, should it die. */
const lease = '2 minutes'

/** Takes all that one person is due to get by mail, so that no other server sends it too. */
export const takeMails = async ({ db, district }: Repository, now: Date): Promise<DueMail[]> => {
  const { rows } = await sql<DueMail>`
    with whose as materialized (
      select staff from message where district = ${district} and mail_at <= ${now}
      order by mail_at limit 1 for update skip locked),
    due as materialized (
      select m.id from message m join whose on whose.staff = m.staff
      where m.district = ${district} and m.mail_at <= ${now}
      order by m.created_at limit 50 for update of m skip locked)
    update message m set mail_tries = m.mail_tries + 1, mail_at = ${now}::timestamptz + ${lease}::interval
    from due
    where m.district = ${district} and m.id = due.id
    returning m.id, m.staff, m.text, m.link, m.mail_tries as tries`.execute(db)
  return rows
}

export const settleMails = async ({ db, district }: Repository, mails: readonly DueMail[]): Promise<void> => {
  await sql`update message set mail_at = null, mailed_at = now(), mail_error = ''
    where district = ${district} and id = any(${mails.map(({ id }) => id)}::uuid[])`.execute(db)
}

/** What could not be sent waits, each as long as its tries say; `wait` answers seconds, or that it is given up. */
export const postponeMails = async (
  { db, district }: Repository,
  mails: readonly DueMail[],
  error: string,
  wait: (tries: number) => number | undefined,
): Promise<void> => {
  for (const { id, tries } of mails) {
    const seconds = wait(tries) ?? null
    await sql`update message set mail_error = ${error},
      mail_at = now() + ${seconds}::double precision * interval '1 second'
      where district = ${district} and id = ${id}`.execute(db)
  }
}

/** Removes what is long past. */
export const clearMessages = async ({ db, district }: Repository): Promise<void> => {
  await sql`delete from message where district = ${district} and created_at < now() - interval '180 days'`.execute(
    db,
  )
}
