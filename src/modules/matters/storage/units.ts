import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** How many of these have an account. */
export const countStaff = async ({ db, district }: Repository, ids: readonly string[]): Promise<number> => {
  const { rows } =
    await sql`select from staff where district = ${district} and id = any(${ids}::uuid[])`.execute(db)
  return rows.length
}

/** Writes a unit and its members from today on; whoever is no longer named has left today. */
export const saveUnit = async (
  { db, district, today }: Repository,
  { id, title, area, members }: { id: string; title: string; area: string; members: readonly string[] },
): Promise<void> => {
  await sql`insert into handling_unit (district, id, title, area) values (${district}, ${id}, ${title}, ${area})
    on conflict (district, id) do update set title = excluded.title`.execute(db)
  await sql`update handling_unit_member set valid_to = ${today} where district = ${district} and unit = ${id}
    and valid_to is null and staff <> all(${members}::uuid[])`.execute(db)
  await sql`insert into handling_unit_member (district, unit, staff, valid_from)
    select ${district}, ${id}, u.staff, ${today}::date from unnest(${members}::uuid[]) u(staff)
    where not exists (select from handling_unit_member m where m.district = ${district} and m.unit = ${id}
      and m.staff = u.staff and m.valid_to is null)
    on conflict (district, unit, staff, valid_from) do update set valid_to = null`.execute(db)
}
