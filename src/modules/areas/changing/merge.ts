import type { z } from 'zod'
import { dissolve } from '../../../core/geometry/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { mergeAreas } from '../contract.ts'
import { insertChange, type Moved } from '../storage/area-changes.ts'
import {
  type AreaRow,
  changeArea,
  endArea,
  insertArea,
  lockArea,
  nextChild,
} from '../storage/area-versions.ts'
import { targetOf } from '../storage/move-posts.ts'
import type { Mapping } from '../storage/select-records.ts'
import { moveAreas } from './carry-out.ts'
import { getArea, refuseWithoutParent, refuseWrongDay } from './may-change.ts'

type Order = z.output<typeof mergeAreas.input>

/** The areas that end and the one that goes on, if they may be merged. Throws otherwise. */
const readOrder = async (repository: Repository, order: Order) => {
  const paths = [...new Set(order.areas)]
  if (!paths.includes(order.into))
    throw new Problem('field.invalid', '保留的区域应是要合并的区域之一。', {
      places: [{ field: 'into', message: '请从要合并的区域中选择' }],
    })
  const rows: AreaRow[] = []
  for (const path of paths.toSorted()) rows.push(await getArea(repository, path))
  const parents = new Set(rows.map(({ parent }) => parent))
  if (rows.length < 2 || parents.size > 1)
    throw new Problem('field.invalid', '只能合并同一上级下的两个以上区域。', {
      places: [{ field: 'areas', message: '请选择同一上级下的区域' }],
    })
  refuseWithoutParent(repository, rows[0]!.parent)
  refuseWrongDay(repository, rows, order.on)
  return {
    ending: rows.filter(({ path }) => path !== order.into),
    staying: rows.find(({ path }) => path === order.into)!,
  }
}

/** Areas below one that ends get codes below the one that goes on, keeping their order. */
const mapBelow = async (
  repository: Repository,
  below: readonly { path: string; parent: string | null }[],
  ending: AreaRow,
  into: string,
  given: { last: string },
): Promise<{ from: string; to: string }[]> => {
  const mapping = [{ from: ending.path, to: into }]
  for (const { path, parent } of below) {
    if (parent === ending.path) {
      given.last = await nextChild(repository, into, given.last)
      mapping.push({ from: path, to: given.last })
    } else mapping.push({ from: path, to: targetOf(mapping, parent!) + path.slice(parent!.length) })
  }
  return mapping
}

/** Merges areas of one parent; everything in them goes on in one of them from the day. Answers the change. */
export const merge = async (repository: Repository, order: Order, office: Pick<Office, 'areas'>) => {
  const { ending, staying } = await readOrder(repository, order)
  const areas: Moved['areas'] = []
  const mapping: { from: string; to: string }[] = []
  const given = { last: '' }
  for (const row of ending) {
    const below = office.areas.under(row.path).filter(({ path }) => path !== row.path)
    mapping.push(...(await mapBelow(repository, below, row, staying.path, given)))
  }
  for (const { from, to } of mapping) {
    const old = ending.find(({ path }) => path === from) ?? (await lockArea(repository, from))!
    areas.push({ path: from, was: old, ended: true })
    await endArea(repository, old, { on: order.on, ended: 'merged', successor: to })
    if (to === staying.path) continue
    await insertArea(repository, {
      path: to,
      name: old.name,
      boundary: old.boundary,
      on: order.on,
      cause: 'merged',
    })
    areas.push({ path: to, was: null })
  }
  const drawn = [staying, ...ending].flatMap(({ boundary }) => (boundary ? [boundary] : []))
  const name = order.name ?? staying.name
  areas.push({ path: staying.path, was: staying })
  await changeArea(repository, staying, {
    name,
    boundary: drawn.length > 0 ? dissolve(drawn) : null,
    on: order.on,
    cause: 'redrawn',
  })
  return await settle(repository, order, { ending, staying, name, mapping, areas })
}

const settle = async (
  repository: Repository,
  order: Order,
  shape: { ending: AreaRow[]; staying: AreaRow; name: string; mapping: Mapping; areas: Moved['areas'] },
) => {
  const { ending, staying, name, mapping, areas } = shape
  const title = `${ending.map((row) => row.name).join('、')}并入${name}`
  const move = { on: order.on, at: new Date(), command: repository.command!, reason: title.slice(0, 200) }
  const { counts, plain, posts } = await moveAreas(repository, mapping, {
    ...move,
    followingPosts: order.followingPosts,
  })
  const change = {
    id: move.command,
    area: staying.parent!,
    kind: 'merge' as const,
    title,
    on: order.on,
    at: move.at,
  }
  const targets = [staying.path]
  await insertChange(repository, {
    ...change,
    counts,
    moved: { areas, mapping, posts, plain, targets },
    reason: order.reason,
  })
  return { ...change, counts }
}
