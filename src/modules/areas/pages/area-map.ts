import type { z } from 'zod'
import { areaLevels, isWithin, levelOf, lineageOf } from '../../../core/area/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { AreaView } from '../../../platform/contract/session.ts'
import type { Office } from '../../../platform/server/office.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { getAreaMap } from '../contract.ts'
import { listBoundaries } from '../storage/area-versions.ts'
import { listBuildings } from '../storage/count-contents.ts'
import { listFacilities } from '../storage/list-facilities.ts'

const community = areaLevels.find(({ name }) => name === 'community')!
const isGrid = ({ path }: AreaView): boolean => levelOf(path).length > community.length

/** The widest areas in which somebody has a post. */
const topsOf = ({ actor }: Repository): string[] => {
  const held = [...new Set(actor.posts.map(({ area }) => area))]
  return held.filter((area) => !held.some((other) => other !== area && isWithin(area, other)))
}

const chooseArea = (
  repository: Repository,
  areas: Office['areas'],
  wanted: string | undefined,
  on: string,
) => {
  const tops = topsOf(repository)
  const path = wanted ?? tops[0]
  const found = path === undefined ? undefined : (areas.find(path, on) ?? areas.find(path))
  if (!found || !tops.some((top) => isWithin(found.path, top)))
    throw new Problem('area.not_found', '没有这个区域，或者它不在您的辖区，请在顶部换一个区域。')
  return { found, top: tops.find((top) => isWithin(found.path, top))! }
}

/** An area with those below it and their boundaries on a day, its places, and the buildings of a grid. */
export const readAreaMap = async (
  repository: Repository,
  { areas }: Pick<Office, 'areas'>,
  asked: { area?: string | undefined; asOf?: string | undefined },
): Promise<z.input<typeof getAreaMap.answer>> => {
  const on = asked.asOf ?? repository.today
  const { found, top } = chooseArea(repository, areas, asked.area, on)
  const children = areas.children(found.path, on)
  const lineage = lineageOf(found.path)
    .filter((path) => isWithin(path, top))
    .flatMap((path) => areas.find(path, on) ?? areas.find(path) ?? [])
  const drawn = await listBoundaries(repository, [found.path, ...children.map(({ path }) => path)], on)
  const draw = (area: AreaView) => ({ ...area, boundary: drawn.get(area.path) ?? null })
  const buildings =
    isGrid(found) && may(repository.actor, 'registry.read', found.path)
      ? await listBuildings(repository, found.path)
      : []
  const facilities = may(repository.actor, 'registry.read', found.path)
    ? await listFacilities(repository, found.path, { asOf: asked.asOf })
    : []
  return { facilities, lineage, area: draw(found), children: children.map(draw), buildings }
}
