import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** From when to when somebody lived in a household; `to` null: still. */
export interface Stay {
  readonly person: string
  readonly name: string
  readonly relation: string | null
  readonly from: string
  readonly to: string | null
  /** Why it ended, where the registration ended with it. */
  readonly ended: string | null
}

/** Everybody who lives or lived in a household, as far as they lie in the actor's scope; versions in a row are one stay. */
export const listStays = async (
  repository: Repository,
  household: string,
  asOf: string | undefined,
): Promise<Stay[]> => {
  const columns = sql.raw(
    'district, id, area, name, relation_to_head, household, version, valid_from, valid_to, ended',
  )
  const { rows } = await sql<Stay>`
    with versions as (
      select ${columns} from person where district = ${repository.district} and household = ${household}
      union all select ${columns} from person_past
        where district = ${repository.district} and household = ${household} and superseded_at is null
          and valid_to > valid_from),
    marked as (
      select *, valid_from is distinct from lag(valid_to) over (partition by id order by valid_from) as fresh from versions),
    numbered as (
      select *, sum(case when fresh then 1 else 0 end) over (partition by id order by valid_from) as stay from marked)
    select e.id as person, (array_agg(e.name order by e.valid_from desc))[1] as name,
      (array_agg(e.relation_to_head order by e.valid_from desc))[1] as relation, min(e.valid_from)::text as from,
      (case when bool_or(e.valid_to is null) then null else max(e.valid_to) end)::text as to,
      (array_agg(e.ended order by e.valid_from desc))[1] as ended
    from numbered e where ${inScope(repository, 'registry.read')}
      and ${asOf === undefined ? sql`true` : sql`e.valid_from <= ${asOf}`}
    group by e.id, e.stay order by min(e.valid_from), (array_agg(e.relation_to_head))[1] nulls last, e.id`.execute(
    repository.db,
  )
  return rows
}
