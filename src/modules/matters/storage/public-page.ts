import { sql } from 'kysely'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** Whether the public pages are open: as the office chose, and until then only in the demo. */
export const isPublicPageOpen = async (
  { db, district }: Repository,
  { demo }: Pick<Office, 'demo'>,
): Promise<boolean> => {
  const { rows } = await sql<{ value: boolean }>`
    select value from matter_setting where district = ${district} and key = 'publicPage'`.execute(db)
  return rows[0]?.value ?? demo
}

export const savePublicPage = async ({ db, district }: Repository, open: boolean): Promise<void> => {
  await sql`insert into matter_setting (district, key, value)
    values (${district}, 'publicPage', ${JSON.stringify(open)}::jsonb)
    on conflict (district, key) do update set value = excluded.value`.execute(db)
}
