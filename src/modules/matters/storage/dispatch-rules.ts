import { sql } from 'kysely'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { Body } from '../life/facts.ts'

/** To whom a category goes at a place: the rule of the smallest area that holds it. */
export const findDispatch = async (
  { db, district }: Repository,
  category: string,
  area: string,
): Promise<Body | undefined> => {
  const { rows } = await sql<{ body: Body }>`
    select body from dispatch_rule where district = ${district} and category = ${category}
      and starts_with(${area}, area) order by length(area) desc limit 1`.execute(db)
  return rows[0]?.body
}

/** Writes a rule; no body takes it away. */
export const saveDispatchRule = async (
  { db, district }: Repository,
  { category, area, body }: { category: string; area: string; body: Body | null },
): Promise<void> => {
  if (body === null)
    await sql`delete from dispatch_rule where district = ${district} and category = ${category}
      and area = ${area}`.execute(db)
  else
    await sql`insert into dispatch_rule (district, category, area, body)
      values (${district}, ${category}, ${area}, ${body})
      on conflict (district, category, area) do update set body = excluded.body`.execute(db)
}

interface DispatchRule {
  readonly category: string
  readonly area: string
  readonly body: Body
}

/** The rules for areas in the reader's charge. */
export const listDispatchRules = async ({ actor, db, district }: Repository): Promise<DispatchRule[]> => {
  const areas = [...areasWith(actor, 'staff.manage'), ...areasWith(actor, 'matter.dispatch')]
  const { rows } = await sql<DispatchRule>`
    select category, area, body from dispatch_rule where district = ${district}
      and ${inAreas(areas, sql`area`)} order by category, area`.execute(db)
  return rows
}
