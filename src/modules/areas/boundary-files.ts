import type { AreaTree } from '../../platform/server/permission/area-tree.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { readGeoJson, writeGeoJson } from './boundaries.ts'
import { changeArea, listBoundaries, lockArea } from './storage/area-versions.ts'
import { listPoints, savePoint } from './storage/building-points.ts'

/** Draws what a file says, as far as `mine` allows an area; each refusal and fault is told. */
export const readBoundaryFile = async (
  repository: Repository,
  areas: AreaTree,
  bytes: Uint8Array,
  options: { on?: string; mine?: (path: string) => boolean } = {},
): Promise<{ areas: number; buildings: number; faults: string[] }> => {
  const { on = repository.today, mine = () => true } = options
  const { boundaries, buildings, faults } = readGeoJson(bytes, areas, repository.district)
  const allowed = ({ area }: { area: { path: string; name: string } }) => {
    if (!mine(area.path)) faults.push(`「${area.name}」不在您管理的范围内。`)
    return mine(area.path)
  }
  const [drawn, placed] = [boundaries.filter(allowed), buildings.filter(allowed)]
  for (const { area, boundary } of drawn) {
    const old = await lockArea(repository, area.path)
    if (old) await changeArea(repository, old, { boundary, on, cause: 'redrawn' })
  }
  for (const { area, ...building } of placed) await savePoint(repository, { ...building, area: area.path })
  return { areas: drawn.length, buildings: placed.length, faults }
}

/** The boundaries of areas below some, and the points of buildings in them, as GeoJSON. */
export const writeBoundaryFile = async (
  repository: Repository,
  areas: AreaTree,
  tops: readonly string[] = [repository.district],
): Promise<Uint8Array> => {
  const listed = new Map(tops.flatMap((top) => areas.under(top)).map((area) => [area.path, area]))
  const drawn = await listBoundaries(repository, [...listed.keys()], repository.today)
  return writeGeoJson(
    [...drawn].map(([path, boundary]) => ({ area: listed.get(path)!, boundary })),
    await listPoints(repository, tops),
  )
}
