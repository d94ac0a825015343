import type { OpenDatabase } from '../src/apps/server/open-database.ts'
import { openAccountsFor } from '../src/apps/server/open-office.ts'
import { readSettings } from '../src/apps/server/settings.ts'
import { newId } from '../src/platform/server/new-id.ts'
import { district } from './million.ts'

/** The password of all who are hired for a benchmark. */
export const password = 'bench-password-1'

/** Somebody who works in a made-up district. */
export interface BenchStaff {
  readonly username: string
  readonly role: string
  readonly area: string
}

/** Hires those who are not there yet, each with a post and an account; `folder` holds the keys. */
export const hireStaff = async (
  database: OpenDatabase,
  folder: string,
  staff: readonly BenchStaff[],
): Promise<void> => {
  const { db } = database.connection
  const accounts = await openAccountsFor(readSettings({ YOUJU_DATA: folder }), database)
  for (const { username, role, area } of staff) {
    const there = await db
      .selectFrom('staff')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst()
    if (there) continue
    const account = await accounts.create({ username, password, name: username })
    const id = newId()
    await db.insertInto('staff').values({ district, id, name: username, username, account }).execute()
    await db
      .insertInto('post')
      .values({ district, id: newId(), staff: id, role, area, valid_from: '2024-01-01' })
      .execute()
  }
  await accounts.close()
}
