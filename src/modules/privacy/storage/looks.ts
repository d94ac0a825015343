import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** Somebody who looked at a value in clear, or took a table away: their post, never their name. */
export interface Look {
  readonly on: string
  readonly role: string
  /** Where the post is; null where it cannot be told any more. */
  readonly postArea: string | null
  readonly definition: string
  readonly purpose: string
  readonly field: string | null
  /** Of an export: in clear, or masked. */
  readonly unmasked: boolean
}

/** The area of the post by which an entry's actor acted on that day: the nearest with that role. */
const postArea = (area: ReturnType<typeof sql>) => sql`(select p.area from post p
  where p.district = a.district and p.staff = a.actor and p.role = a.role and p.valid_from <= a.at::date
    and (p.valid_to is null or p.valid_to >= a.at::date)
    and (starts_with(${area}, p.area) or starts_with(p.area, ${area}))
  order by length(p.area) desc limit 1)`

/** Who saw values of these records in clear, newest first. */
export const listReveals = async (
  { db, district }: Repository,
  records: readonly string[],
): Promise<Look[]> => {
  const { rows } = await sql<Look>`
    select a.at::date::text as on, a.role, ${postArea(sql`a.area`)} as "postArea", a.definition, a.purpose,
      a.detail->>'field' as field, true as unmasked
    from audit_entry a
    where a.district = ${district} and a.subject = any(${records}::uuid[])
      and a.action = 'revealField' and a.outcome = 'done'
    order by a.seq desc limit 500`.execute(db)
  return rows
}

/** Exports of these definitions that took in an area since a day, newest first: each may have held the record. */
export const listExports = async (
  { db, district }: Repository,
  definition: string,
  area: string,
  since: string,
): Promise<Look[]> => {
  const { rows } = await sql<Look>`
    select a.at::date::text as on, a.role, ${postArea(sql`a.area`)} as "postArea", a.definition, a.purpose,
      null as field, coalesce((a.detail->>'unmasked')::boolean, false) as unmasked
    from audit_entry a
    where a.district = ${district} and a.definition = ${definition} and a.action = 'exportRecords'
      and a.outcome = 'done' and a.at::date >= ${since}::date
      and exists (select from jsonb_array_elements_text(coalesce(a.detail->'areas', to_jsonb(array[a.area]))) taken
        where starts_with(${area}, taken))
    order by a.seq desc limit 100`.execute(db)
  return rows
}
