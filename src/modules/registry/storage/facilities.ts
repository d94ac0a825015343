import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { type Viewpoint, versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import { facility } from '../definitions/facility.ts'

/** What an organisation looks after. */
export const listFacilitiesOf = async (
  repository: Repository,
  organisation: string,
  viewpoint: Viewpoint,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.* from ${versionsAt(repository, facility, viewpoint)} e
    where e.district = ${repository.district} and e.maintainer = ${organisation}
      and ${inScope(repository, 'registry.read')}
    order by e.kind, e.name, e.id limit 200`.execute(repository.db)
  return rows
}
