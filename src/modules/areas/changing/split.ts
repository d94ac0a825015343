import type { z } from 'zod'
import { type Boundary, dissolve, type Point, partitionBoundary } from '../../../core/geometry/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { splitArea } from '../contract.ts'
import { insertChange, type Moved } from '../storage/area-changes.ts'
import {
  type AreaRow,
  changeArea,
  endArea,
  insertArea,
  listLastBoundaries,
  lockArea,
  nextChild,
} from '../storage/area-versions.ts'
import { listBuildings } from '../storage/count-contents.ts'
import { targetOf } from '../storage/move-posts.ts'
import { type BuildingName, findInhabitants, type Mapping, selectNamed } from '../storage/select-records.ts'
import { findAreaTables } from '../storage/versioned-tables.ts'
import { moveAreas, moveVersioned } from './carry-out.ts'
import { getArea, refuseWithoutParent, refuseWrongDay } from './may-change.ts'

type Order = z.output<typeof splitArea.input>

interface Part {
  readonly path: string
  readonly name: string
  readonly buildings: readonly BuildingName[]
  readonly areas: readonly string[]
}

const keyOf = ({ estate, number }: BuildingName) => `${estate} ${number}`

const wrongParts = (message: string) =>
  new Problem('field.invalid', message, { places: [{ field: 'parts', message }] })

/** Refuses parts that share something, name what is not there, or leave nothing for the rest. */
const checkParts = (order: Order, buildings: readonly BuildingName[], children: readonly string[]) => {
  const named = order.parts.flatMap((part) => [...part.buildings.map(keyOf), ...part.areas])
  if (new Set(named).size < named.length) throw wrongParts('同一栋楼或同一个网格只能分到一个新的区域。')
  const there = new Set([...(children.length > 0 ? [] : buildings.map(keyOf)), ...children])
  const stranger = named.find((name) => !there.has(name))
  if (stranger)
    throw wrongParts(
      children.length > 0
        ? '这个区域下面还有网格，请按网格拆分，只选它的下一级网格。'
        : `这里没有「${stranger}」这栋楼，请刷新后重选。`,
    )
  if (order.parts.some((part) => part.buildings.length + part.areas.length === 0))
    throw wrongParts('每个新的区域至少要分到一栋楼或一个网格。')
  if (named.length === there.size) throw wrongParts('原来的区域至少要留下一栋楼或一个网格。')
}

const centreOfPoints = (points: readonly Point[]): Point | undefined =>
  points.length === 0
    ? undefined
    : [
        points.reduce((sum, [x]) => sum + x, 0) / points.length,
        points.reduce((sum, [, y]) => sum + y, 0) / points.length,
      ]

/** A proposal for the boundaries of the rest and the parts, by where their buildings stand; none where one is unknown. */
const proposeBoundaries = (
  old: AreaRow,
  parts: readonly Part[],
  buildings: readonly (BuildingName & { longitude: number | null; latitude: number | null })[],
): (Boundary | null)[] => {
  const owner = new Map(
    parts.flatMap((part, index) => part.buildings.map((one) => [keyOf(one), index + 1] as const)),
  )
  const centres = [-1, ...parts.keys()].map((_, index) =>
    centreOfPoints(
      buildings.flatMap((one): Point[] =>
        (owner.get(keyOf(one)) ?? 0) === index && one.longitude !== null && one.latitude !== null
          ? [[one.longitude, one.latitude]]
          : [],
      ),
    ),
  )
  if (!old.boundary || centres.some((centre) => centre === undefined)) return centres.map(() => null)
  return partitionBoundary(old.boundary, centres as Point[])
}

/** Splits parts of an area off: buildings of a grid with who lives there, or grids of a community. Answers the change. */
export const split = async (repository: Repository, order: Order, office: Pick<Office, 'areas'>) => {
  const old = await getArea(repository, order.area)
  refuseWithoutParent(repository, old.parent)
  refuseWrongDay(repository, [old], order.on)
  const children = office.areas.children(old.path).map(({ path }) => path)
  const buildings = await listBuildings(repository, old.path)
  checkParts(order, buildings, children)
  const parts: Part[] = []
  for (const part of order.parts)
    parts.push({ ...part, path: await nextChild(repository, old.parent!, parts.at(-1)?.path) })

  const areas: Moved['areas'] = [
    { path: old.path, was: old },
    ...parts.map(({ path }) => ({ path, was: null })),
  ]
  const mapping = await splitBelow(repository, order, parts, areas, office)
  const [rest, ...drawn] =
    children.length > 0
      ? await boundariesOfGrids(repository, children, parts)
      : proposeBoundaries(old, parts, buildings)
  for (const [index, part] of parts.entries())
    await insertArea(repository, { ...part, boundary: drawn[index] ?? null, on: order.on, cause: 'split' })
  await changeArea(repository, old, { boundary: rest ?? old.boundary, on: order.on, cause: 'redrawn' })
  return await settle(repository, order, { old, parts, mapping, areas })
}

/** Grids that go to a new community end under their old code and stand under a new one. */
const splitBelow = async (
  repository: Repository,
  order: Order,
  parts: readonly Part[],
  areas: Moved['areas'],
  office: Pick<Office, 'areas'>,
): Promise<Mapping> => {
  const mapping: { from: string; to: string }[] = []
  for (const part of parts)
    for (const [index, grid] of part.areas.entries())
      for (const { path, parent } of office.areas.under(grid)) {
        const to =
          path === grid
            ? `${part.path}${String(index + 1).padStart(3, '0')}`
            : targetOf(mapping, parent!) + path.slice(parent!.length)
        mapping.push({ from: path, to })
        const was = (await lockArea(repository, path))!
        await endArea(repository, was, { on: order.on, ended: 'split', successor: to })
        await insertArea(repository, {
          path: to,
          name: was.name,
          boundary: was.boundary,
          on: order.on,
          cause: 'split',
        })
        areas.push({ path, was, ended: true }, { path: to, was: null })
      }
  return mapping
}

const boundariesOfGrids = async (
  repository: Repository,
  children: readonly string[],
  parts: readonly Part[],
): Promise<(Boundary | null)[]> => {
  const taken = new Set(parts.flatMap((part) => part.areas))
  const drawn = await listLastBoundaries(repository, children)
  return [children.filter((path) => !taken.has(path)), ...parts.map((part) => part.areas)].map((paths) => {
    const known = paths.flatMap((path) => drawn.get(path) ?? [])
    return known.length === paths.length && known.length > 0 ? dissolve(known) : null
  })
}

const settle = async (
  repository: Repository,
  order: Order,
  shape: { old: AreaRow; parts: readonly Part[]; mapping: Mapping; areas: Moved['areas'] },
) => {
  const { old, parts, mapping, areas } = shape
  const title = `${old.name}分出${parts.map(({ name }) => name).join('、')}`
  const move = { on: order.on, at: new Date(), command: repository.command!, reason: title.slice(0, 200) }
  const { counts, plain, posts } = await moveAreas(repository, mapping, { ...move, followingPosts: true })
  const { versioned } = await findAreaTables(repository.db)
  for (const { path, buildings } of parts) {
    if (buildings.length === 0) continue
    const inhabitants = await findInhabitants(repository, old.path, buildings, order.on)
    const moved = await moveVersioned(repository, versioned, move, (table) =>
      selectNamed(repository, table, inhabitants, { from: old.path, to: path, on: order.on }),
    )
    for (const [name, count] of Object.entries(moved)) counts[name] = (counts[name] ?? 0) + count
  }
  const change = {
    id: move.command,
    area: old.parent!,
    kind: 'split' as const,
    title,
    on: order.on,
    at: move.at,
  }
  const targets = parts.map(({ path }) => path)
  await insertChange(repository, {
    ...change,
    counts,
    moved: {
      areas,
      mapping: [
        ...mapping,
        ...parts
          .filter(({ buildings }) => buildings.length > 0)
          .map(({ path }) => ({ from: old.path, to: path })),
      ],
      posts,
      plain,
      targets,
    },
    reason: order.reason,
  })
  return { ...change, counts }
}
