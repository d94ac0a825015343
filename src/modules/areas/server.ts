import { Problem } from '../../platform/contract/problem.ts'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { defineReader } from '../../platform/server/http/mount-route.ts'
import { areasWith, may } from '../../platform/server/permission/actor.ts'
import { listResponsible } from '../../platform/server/records/responsible.ts'
import { addArea } from './actions/add-area.ts'
import { changeAreasJob, mergeAreas, splitArea, undoAreaChange } from './actions/change-areas.ts'
import { endPost, givePost, makeHandOver } from './actions/change-posts.ts'
import { hireStaff } from './actions/hire-staff.ts'
import { importBoundaries } from './actions/import-boundaries.ts'
import { placeBuilding } from './actions/place-building.ts'
import { fillDuty, planDuty, setDutyRule, swapDuty } from './actions/plan-duty.ts'
import { renameArea } from './actions/rename-area.ts'
import { resetPassword } from './actions/reset-password.ts'
import { writeBoundaryFile } from './boundary-files.ts'
import { getAreaContents, getAreaMap, getResponsible, listAreaBuildings } from './contract.ts'
import { getCoverage } from './coverage-contract.ts'
import { dutyHandOver } from './duty-hand-over.ts'
import type { HandOverSource } from './hand-over-source.ts'
import { readAreaContents } from './pages/area-contents.ts'
import { readAreaMap } from './pages/area-map.ts'
import { readCoverage } from './pages/coverage.ts'
import { readPosts } from './pages/post-list.ts'
import { readRoster } from './pages/roster.ts'
import { getOpenWork, listPosts } from './posts-contract.ts'
import { exportRoster } from './roster/export-roster.ts'
import { getRoster } from './roster-contract.ts'
import { getPost } from './staffing.ts'
import { listBuildings } from './storage/count-contents.ts'

export { readBoundaryFile, writeBoundaryFile } from './boundary-files.ts'
export { enterAreas } from './enter-areas.ts'
export type { HandOverSource } from './hand-over-source.ts'
export { findAreaAt } from './storage/find-area-at.ts'

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

/** 岗位、值班、覆盖: posts and who holds them, rosters, what nobody answers for. `sources` tell what somebody has open. */
export const postsServer = (sources: readonly HandOverSource[]): ServerModule => {
  const all = [...sources, dutyHandOver]
  return {
    actions: [
      hireStaff,
      resetPassword,
      givePost,
      endPost,
      makeHandOver(all),
      setDutyRule,
      planDuty,
      fillDuty,
      swapDuty,
    ],
    readers: [
      defineReader(listPosts, (repository, { query }) => readPosts(repository, query)),
      defineReader(getOpenWork, async (repository, { params }) => {
        const post = await getPost(repository, params.id)
        const work = await Promise.all(
          all.map(async ({ kind, list }) =>
            (await list(repository, post.staff)).map(({ title }) => ({ kind, title })),
          ),
        )
        return { work: work.flat() }
      }),
      defineReader(getRoster, (repository, { params, query }) => readRoster(repository, params.area, query)),
      defineReader(getCoverage, (repository, { query }) => readCoverage(repository, query.area)),
    ],
    jobs: () => ({}),
    downloads: [
      {
        path: '/api/rosters/:area/:from/:days.xlsx',
        title: '导出值班表',
        run: async (repository, params) => {
          const asked = getRoster.query.safeParse({ from: params.from, days: params.days })
          if (!asked.success) throw new Problem('request.invalid', '日期不对，请回到值班表重新导出。')
          return exportRoster(await readRoster(repository, params.area ?? '', asked.data))
        },
      },
    ],
  }
}
