import { sql } from 'kysely'
import { type Right, type Role, roleHas, roles } from '../../../platform/contract/right.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'

const rolesWith = (right: Right): Role[] =>
  (Object.keys(roles) as Role[]).filter((role) => roleHas(role, right))

/**
 * Who belongs to bodies today: those with a post in just that area whose role carries the right, and members of a
 * unit; by body.
 */
export const staffOfBodies = async (
  { db, district, today }: Repository,
  bodies: readonly Body[],
  right: Right,
): Promise<ReadonlyMap<Body, string[]>> => {
  if (bodies.length === 0) return new Map()
  const { rows } = await sql<{ body: Body; staff: string }>`
    select 'area:' || p.area as body, p.staff from post p
    where p.district = ${district} and 'area:' || p.area = any(${bodies}) and p.role = any(${rolesWith(right)})
      and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})
    union
    select 'unit:' || m.unit, m.staff from handling_unit_member m
    where m.district = ${district} and 'unit:' || m.unit = any(${bodies})
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to > ${today})`.execute(db)
  const staff = new Map<Body, string[]>()
  for (const { body, staff: one } of rows) staff.set(body, [...(staff.get(body) ?? []), one])
  return staff
}
