import { sql } from 'kysely'
import { type Role, roleHas, roles } from '../../../platform/contract/right.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { HandlingUnit } from './bodies.ts'

/** How many of these have an account. */
export const countStaff = async ({ db, district }: Repository, ids: readonly string[]): Promise<number> => {
  const { rows } =
    await sql`select from staff where district = ${district} and id = any(${ids}::uuid[])`.execute(db)
  return rows.length
}

/** A unit that has not been closed down, held until the transaction ends. */
export const findStandingUnit = async (
  { db, district, today }: Repository,
  id: string,
): Promise<HandlingUnit | undefined> => {
  const { rows } = await sql<HandlingUnit>`
    select id, title, area from handling_unit where district = ${district} and id = ${id}
      and (ended_on is null or ended_on > ${today}) for update`.execute(db)
  return rows[0]
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

const openOf = (unit: ReturnType<typeof sql>) => sql`(
  select count(*)::int from (
    select id from matter where district = u.district and owner = 'unit:' || ${unit}
    union select id from matter where district = u.district and pending = 'unit:' || ${unit}
    union select matter from matter_part where district = u.district and body = 'unit:' || ${unit} and state = 'open'
  ) o)`

/** How many matters lie before a unit: its own, those handed to it, and its open shares. */
export const countOpen = async ({ db, district }: Repository, id: string): Promise<number> => {
  const { rows } = await sql<{ open: number }>`
    select ${openOf(sql`u.id`)} as open from handling_unit u
    where u.district = ${district} and u.id = ${id}`.execute(db)
  return rows[0]?.open ?? 0
}

/** Closes a unit down today: nobody belongs to it any more, and no rule names it. */
export const closeUnit = async ({ db, district, today }: Repository, id: string): Promise<void> => {
  await sql`update handling_unit set ended_on = ${today} where district = ${district} and id = ${id}`.execute(
    db,
  )
  await sql`update handling_unit_member set valid_to = ${today}
    where district = ${district} and unit = ${id} and valid_to is null`.execute(db)
  await sql`delete from dispatch_rule where district = ${district} and body = ${`unit:${id}`}`.execute(db)
}

interface UnitRow extends HandlingUnit {
  members: { id: string; name: string }[]
  open: number
}

/** Units in the reader's charge, with who belongs to them today and what lies before them. */
export const listOwnUnits = async ({ actor, db, district, today }: Repository): Promise<UnitRow[]> => {
  const areas = [...areasWith(actor, 'staff.manage'), ...areasWith(actor, 'matter.dispatch')]
  const { rows } = await sql<UnitRow>`
    select u.id, u.title, u.area, ${openOf(sql`u.id`)} as open, coalesce((
      select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
      from handling_unit_member m join staff s on s.district = m.district and s.id = m.staff
      where m.district = u.district and m.unit = u.id
        and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today})), '[]') as members
    from handling_unit u
    where u.district = ${district} and (u.ended_on is null or u.ended_on > ${today})
      and ${inAreas(areas, sql`u.area`)}
    order by u.area, u.title`.execute(db)
  return rows
}

const handling = (Object.keys(roles) as Role[]).filter((role) => roleHas(role, 'matter.write'))

/** Who could belong to a unit of the reader's: holders, today, of a post in their charge that handles matters. */
export const listPossibleMembers = async ({
  actor,
  db,
  district,
  today,
}: Repository): Promise<{ id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct s.id, s.name from post p join staff s on s.district = p.district and s.id = p.staff
    where p.district = ${district} and p.role = any(${handling})
      and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})
      and ${inAreas(areasWith(actor, 'staff.manage'), sql`p.area`)}
    order by s.name`.execute(db)
  return rows
}
