import { addDays } from '../../../core/time/index.ts'
import { type Role, roles } from '../../../platform/contract/right.ts'
import { areasWith, areasWithin } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { refuseForeignArea } from '../../../platform/server/repository/scope.ts'
import type { Coverage } from '../coverage-contract.ts'
import {
  countOutsideGrids,
  listEmptyGrids,
  listEndingPosts,
  listUncoveredBuildings,
} from '../storage/coverage.ts'

const most = 500
/** So many days before it ends a post should have a successor. */
const notice = 30
const communityLength = 12

/** What nobody answers for today, and soon will not. */
export const readCoverage = async (repository: Repository, area: string | undefined): Promise<Coverage> => {
  refuseForeignArea(repository, 'registry.read', area)
  const areas = areasWithin(repository.actor, 'registry.read', area)
  const { nameOf } = repository.areas
  const buildings = await listUncoveredBuildings(repository, areas)
  const grids = await listEmptyGrids(repository, areas)
  const outside = await countOutsideGrids(repository, areas)
  const ending = await listEndingPosts(repository, areas, addDays(repository.today, notice))
  return {
    areaName: areas.map((path) => nameOf(path)).join('、'),
    asOf: repository.today,
    buildings: buildings.slice(0, most).map((building) => ({ ...building, areaName: nameOf(building.area) })),
    buildingsMore: buildings.length > most,
    grids: grids
      .slice(0, most)
      .map((grid) => ({ ...grid, communityName: nameOf(grid.path.slice(0, communityLength)) })),
    outside: outside.map((row) => ({ ...row, areaName: nameOf(row.area) })),
    ending: ending.slice(0, most).map((post) => ({
      ...post,
      roleTitle: roles[post.role as Role]?.title ?? post.role,
      areaName: nameOf(post.area),
    })),
    mayStaff: areasWith(repository.actor, 'staff.manage').length > 0,
  }
}
