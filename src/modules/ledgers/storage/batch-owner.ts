import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

const open = sql`state in ('reading', 'preview')`

/** Somebody's imports that wait for them. */
export const listOpenBatches = async ({ db, district }: Repository, owner: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, file_name as name from import_batch where district = ${district} and owner = ${owner} and ${open}
    order by created_at`.execute(db)
  return rows
}

/** Gives them, and the files that they read, to somebody else; answers how many there were. */
export const giveBatches = async (
  { db, district }: Repository,
  from: string,
  to: string,
): Promise<number> => {
  const { rows } = await sql<{ file: string }>`
    update import_batch set owner = ${to} where district = ${district} and owner = ${from} and ${open}
    returning file`.execute(db)
  await sql`update stored_file set owner = ${to} where district = ${district} and owner = ${from}
    and id = any(${rows.map(({ file }) => file)}::uuid[])`.execute(db)
  return rows.length
}
