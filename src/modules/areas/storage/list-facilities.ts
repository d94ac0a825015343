import { sql } from 'kysely'
import { facilityKind, facilityState, titleOf } from '../../../core/code/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { type Viewpoint, versionsAt } from '../../../platform/server/repository/viewpoint.ts'
import { facility } from '../../registry/index.ts'

const most = 200

/** The places and facilities that lie in an area itself, not in those below it, with where they stand. */
export const listFacilities = async (repository: Repository, area: string, viewpoint: Viewpoint) => {
  const { rows } = await sql<{
    id: string
    name: string
    kind: string
    state: string
    longitude: number | null
    latitude: number | null
  }>`
    select e.id, e.name, e.kind, e.state, e.longitude::double precision, e.latitude::double precision
    from ${versionsAt(repository, facility, viewpoint)} e
    where e.district = ${repository.district} and e.area = ${area}
      and ${inScope(repository, 'registry.read', area)}
    order by e.kind, e.name, e.id limit ${most}`.execute(repository.db)
  return rows.map(({ kind, state, ...rest }) => ({
    ...rest,
    kind: titleOf(facilityKind, kind) ?? '',
    state: titleOf(facilityState, state) ?? '',
    broken: state === '2',
  }))
}
