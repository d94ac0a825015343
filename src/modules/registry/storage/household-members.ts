import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { type Viewpoint, versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import { person } from '../definition.ts'

/** Everybody in a household at the viewpoint, head first, then by relation and age. */
export const listMembers = async (
  repository: Repository,
  household: string,
  viewpoint: Viewpoint,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.* from ${versionsAt(repository, person, viewpoint)} e
    where e.district = ${repository.district} and e.household = ${household}
      and ${inScope(repository, 'registry.read')}
    order by e.relation_to_head nulls last, e.birth_date, e.id`.execute(repository.db)
  return rows
}
