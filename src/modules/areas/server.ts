import { Problem } from '../../platform/contract/problem.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { areasWith, may } from '../../platform/server/permission/actor.ts'
import { listResponsible } from '../../platform/server/records/responsible.ts'
import { addArea } from './actions/add-area.ts'
import { changeAreasJob, mergeAreas, splitArea, undoAreaChange } from './actions/change-areas.ts'
import { importBoundaries } from './actions/import-boundaries.ts'
import { placeBuilding } from './actions/place-building.ts'
import { renameArea } from './actions/rename-area.ts'
import { writeBoundaryFile } from './boundary-files.ts'
import { getAreaContents, getAreaMap, getResponsible, listAreaBuildings } from './contract.ts'
import { readAreaContents } from './pages/area-contents.ts'
import { readAreaMap } from './pages/area-map.ts'
import { listBuildings } from './storage/count-contents.ts'

export { readBoundaryFile, writeBoundaryFile } from './boundary-files.ts'
export { enterAreas } from './enter-areas.ts'

const refuseUnread = (actor: Parameters<typeof may>[0], path: string) => {
  if (!may(actor, 'registry.read', path))
    throw new Problem('area.not_found', '没有这个区域，或者它不在您的辖区。')
}

/** 区域网格: the tree of areas in time, its map, merges and splits, posts, rosters, coverage. */
export const areasServer: ServerModule = {
  actions: [mergeAreas, splitArea, undoAreaChange, renameArea, addArea, importBoundaries, placeBuilding],
  readers: [
    defineReader(getAreaMap, (repository, { query }, office) => readAreaMap(repository, office, query)),
    defineReader(getAreaContents, (repository, { params }, office) =>
      readAreaContents(repository, office, params.path),
    ),
    defineReader(listAreaBuildings, async (repository, { params }) => {
      refuseUnread(repository.actor, params.path)
      return { buildings: await listBuildings(repository, params.path) }
    }),
    defineReader(getResponsible, async (repository, { params, query }) => {
      refuseUnread(repository.actor, params.path)
      return { responsible: await listResponsible(repository, params.path, query.asOf ?? repository.today) }
    }),
  ],
  jobs: (office) => ({ changeAreas: changeAreasJob(office) }),
  downloads: [
    {
      path: '/api/areas.geojson',
      title: '下载区域边界',
      run: async (repository, _, office) => {
        const tops = areasWith(repository.actor, 'area.manage')
        if (tops.length === 0) throw new Problem('right.missing', '您的岗位不能下载区域边界。')
        return {
          name: `区域边界-${repository.today}.geojson`,
          type: 'application/geo+json',
          bytes: await writeBoundaryFile(repository, office.areas, tops),
        }
      },
    },
  ],
}
