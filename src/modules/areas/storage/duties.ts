import { sql } from 'kysely'
import type { Role } from '../../../platform/contract/right.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { DutyRule } from '../roster-contract.ts'

/** Somebody's place on a roster. */
export interface StoredDuty {
  readonly id: string
  readonly day: string
  readonly shift: string
  readonly staff: string
  readonly name: string
}

export const findRule = async (repository: Repository, area: string): Promise<DutyRule | undefined> => {
  const { rows } = await sql<{ shifts: DutyRule }>`
    select shifts from duty_rule where district = ${repository.district} and area = ${area}`.execute(
    repository.db,
  )
  return rows[0]?.shifts
}

export const saveRule = async (
  { db, district, command }: Repository,
  area: string,
  rule: DutyRule,
): Promise<void> => {
  await sql`insert into duty_rule (district, area, shifts, command) values (${district}, ${area}, ${JSON.stringify(rule)}::jsonb, ${command ?? null})
    on conflict (district, area) do update set shifts = excluded.shifts, command = excluded.command, recorded_at = now()`.execute(
    db,
  )
}

export const listDuties = async (
  repository: Repository,
  area: string,
  days: { from: string; to: string },
): Promise<StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`
    select d.id, d.day, d.shift, d.staff, s.name from duty d
      join staff s on s.district = d.district and s.id = d.staff
    where d.district = ${repository.district} and d.area = ${area} and d.day between ${days.from} and ${days.to}
    order by d.day, d.shift, s.name, d.id`.execute(repository.db)
  return rows
}

/** Who holds a post in an area or below it within some days, and from when to when. */
export const listServing = async (
  repository: Repository,
  area: string,
  days: { from: string; to: string },
) => {
  const { rows } = await sql<{ id: string; name: string; role: Role; from: string; to: string | null }>`
    select s.id, s.name, p.role, p.valid_from as from, p.valid_to as to from post p
      join staff s on s.district = p.district and s.id = p.staff
    where p.district = ${repository.district} and ${inAreas([area], sql`p.area`)}
      and p.role in ('head', 'clerk', 'gridWorker', 'officer')
      and p.valid_from <= ${days.to} and (p.valid_to is null or p.valid_to > ${days.from})
    order by length(p.area), p.role desc, s.name, s.id`.execute(repository.db)
  return rows
}

export const insertDuties = async (
  { db, district, command }: Repository,
  area: string,
  duties: readonly { day: string; shift: string; staff: string }[],
): Promise<string[]> => {
  const rows = duties.map(({ day, shift, staff }) => ({
    district,
    id: newId(),
    area,
    day,
    shift,
    staff,
    command: command ?? null,
  }))
  if (rows.length > 0) await db.insertInto('duty').values(rows).execute()
  return rows.map(({ id }) => id)
}

export const deleteDuties = async (
  { db, district }: Repository,
  area: string,
  ids: readonly string[],
): Promise<StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`delete from duty where district = ${district} and area = ${area}
    and id = any(${ids}::uuid[]) returning id, day, shift, staff, '' as name`.execute(db)
  return rows
}

/** Gives somebody's duties from a day on to somebody else, but for days on which that one is there already. */
export const passDuties = async (
  { db, district, command }: Repository,
  from: string,
  to: string,
  on: string,
): Promise<number> => {
  const result =
    await sql`update duty d set staff = ${to}, command = ${command ?? null} where district = ${district}
    and staff = ${from} and day >= ${on} and not exists (select from duty o where o.district = d.district
      and o.staff = ${to} and o.day = d.day and o.area = d.area)`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

export const listDutiesOf = async (
  repository: Repository,
  staff: string,
  from: string,
): Promise<StoredDuty[]> => {
  const { rows } = await sql<StoredDuty>`
    select id, day, shift, staff, '' as name from duty where district = ${repository.district} and staff = ${staff}
      and day >= ${from} order by day limit 200`.execute(repository.db)
  return rows
}
