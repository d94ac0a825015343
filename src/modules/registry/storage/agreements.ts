import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { type Viewpoint, versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import { agreement } from '../definitions/agreement.ts'

/** What an organisation has signed, the soonest to expire first. */
export const listAgreementsOf = async (
  repository: Repository,
  organisation: string,
  viewpoint: Viewpoint,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.* from ${versionsAt(repository, agreement, viewpoint)} e
    where e.district = ${repository.district} and e.organisation = ${organisation}
      and ${inScope(repository, 'registry.read')}
    order by e.expires_on nulls last, e.signed_on, e.id`.execute(repository.db)
  return rows
}

/** Agreements that anybody of that organisation has ever signed, ended ones too, within the reader's scope. */
export const listAgreementIdsOf = async (repository: Repository, organisation: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select e.id from agreement e where e.district = ${repository.district} and e.organisation = ${organisation}
      and ${inScope(repository, 'registry.read')}
    union select e.id from agreement_past e
    where e.district = ${repository.district} and e.organisation = ${organisation} and ${inScope(repository, 'registry.read')}`.execute(
    repository.db,
  )
  return rows.map(({ id }) => id)
}

interface Expiring {
  readonly id: string
  readonly name: string
  readonly organisation: string | null
  readonly organisation_name: string | null
  readonly expires_on: string
  readonly area: string
}

/** Standing agreements in the actor's writing scope that end by `until` or have ended, the soonest first. */
export const listExpiring = async (
  repository: Repository,
  until: string,
  limit: number,
): Promise<Expiring[]> => {
  const { rows } = await sql<Expiring>`
    select e.id, e.name, e.organisation, o.name as organisation_name, e.expires_on::text, e.area
    from agreement e left join organisation o on o.district = e.district and o.id = e.organisation
    where e.district = ${repository.district} and e.expires_on <= ${until} and ${inScope(repository, 'registry.write')}
    order by e.expires_on, e.id limit ${limit}`.execute(repository.db)
  return rows
}
