import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'

/** How somebody wants to be told: where mails go, and of what they do not want to hear in which way. */
export interface Choice {
  readonly email: string
  readonly hidden: readonly string[]
  readonly unmailed: readonly string[]
}

const place = (staff: string): string => `message_choice:email:${staff}`

/** Where somebody's mails go. */
export const sealedAddress: SealedColumn = {
  table: 'message_choice',
  column: 'email',
  names: ['staff'],
  place: ({ staff }) => place(staff!),
}

export const readChoice = async ({ db, district, cipher }: Repository, staff: string): Promise<Choice> => {
  const { rows } = await sql<{ email: Buffer | null; hidden: string[]; unmailed: string[] }>`
    select email, hidden, unmailed from message_choice where district = ${district} and staff = ${staff}`.execute(
    db,
  )
  const found = rows[0]
  return {
    email: found?.email ? cipher.decrypt(found.email, place(staff)) : '',
    hidden: found?.hidden ?? [],
    unmailed: found?.unmailed ?? [],
  }
}

export const saveChoice = async (
  { db, district, cipher, actor }: Repository,
  { email, hidden, unmailed }: Choice,
): Promise<void> => {
  const sealed = email === '' ? null : cipher.encrypt(email, place(actor.id))
  await sql`insert into message_choice (district, staff, email, hidden, unmailed)
    values (${district}, ${actor.id}, ${sealed}, ${hidden}, ${unmailed})
    on conflict (district, staff) do update
      set email = excluded.email, hidden = excluded.hidden, unmailed = excluded.unmailed`.execute(db)
}
