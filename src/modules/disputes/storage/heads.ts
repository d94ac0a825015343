import { sql } from 'kysely'
import { type Right, type Role, roleHas, roles } from '../../../platform/contract/right.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

const rolesWith = (right: Right): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => roleHas(role, right))

/** The smallest area at a place or above that has a head today; undefined where none has. */
export const findHeadArea = async (
  { db, district, today }: Repository,
  area: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ area: string }>`
    select area from post where district = ${district} and role = any(${rolesWith('dispute.assign')})
      and starts_with(${area}, area) and valid_from <= ${today} and (valid_to is null or valid_to > ${today})
    order by length(area) desc limit 1`.execute(db)
  return rows[0]?.area
}

export interface PossibleMediator {
  readonly staff: string
  readonly name: string
  readonly title: string
}

/** Staff who may mediate at a place today, those nearest to it first. */
export const listPossibleMediators = async (
  { db, district, today, areas }: Repository,
  area: string,
): Promise<PossibleMediator[]> => {
  const { rows } = await sql<{ staff: string; name: string; role: Role; area: string }>`
    select * from (
      select distinct on (s.id) s.id as staff, s.name, p.role, p.area
      from post p join staff s on s.district = p.district and s.id = p.staff
      where p.district = ${district} and p.role = any(${rolesWith('dispute.write')})
        and starts_with(${area}, p.area) and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})
      order by s.id, length(p.area) desc
    ) m order by length(m.area) desc, m.name`.execute(db)
  return rows.map(({ staff, name, role, area: at }) => ({
    staff,
    name,
    title: `${areas.nameOf(at)} ${roles[role].title}`,
  }))
}
