import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type AreaChange, lockChange, markUndone, restorePlain } from '../storage/area-changes.ts'
import { lockArea, restoreArea } from '../storage/area-versions.ts'
import { restorePosts } from '../storage/move-posts.ts'
import { selectMapped, selectMovedBack } from '../storage/select-records.ts'
import { findAreaTables } from '../storage/versioned-tables.ts'
import { moveVersioned } from './carry-out.ts'
import { refuseForeign } from './may-change.ts'

/** Throws where an area that the change made or altered was changed again since. */
const refuseFollowed = async (repository: Repository, change: AreaChange) => {
  for (const { path, ended } of change.moved.areas) {
    const current = await lockArea(repository, path)
    if (ended ? current !== undefined : current?.command !== change.id)
      throw new Problem(
        'area.change_followed',
        `「${repository.areas.nameOf(path)}」在这之后又调整过，不能直接撤销。请先撤销后来的调整。`,
      )
  }
}

/** A change of areas that the actor may take back, locked. Throws `area.not_found`. */
export const getChange = async (repository: Repository, id: string): Promise<AreaChange> => {
  const change = await lockChange(repository, id)
  if (!change) throw new Problem('area.not_found', '没有找到这次调整，或者它不在您管理的范围内。')
  refuseForeign(repository, change.area)
  if (change.undone) throw new Problem('area.change_followed', '这次调整已经撤销过了。')
  return change
}

/**
 * Takes a merge or split back from its own day on: what it moved stands again where it stood, what was entered since
 * into an area that it made goes to where that came from. Answers how many records of each table moved.
 */
export const takeBack = async (repository: Repository, id: string) => {
  const change = await getChange(repository, id)
  await refuseFollowed(repository, change)

  const { areas, mapping, posts, plain, targets } = change.moved
  const move = {
    on: change.on,
    at: new Date(),
    command: repository.command!,
    reason: `撤销：${change.title}`.slice(0, 200),
  }
  const { versioned } = await findAreaTables(repository.db)
  const counts = await moveVersioned(repository, versioned, move, (table) =>
    selectMovedBack(repository, table, { ...change, targets }),
  )
  if (change.kind === 'split') {
    // Somebody may have registered more in the new areas since.
    const late = await moveVersioned(repository, versioned, move, (table) =>
      selectMapped(
        repository,
        table,
        mapping.map(({ from, to }) => ({ from: to, to: from })),
        change.on,
      ),
    )
    for (const [name, count] of Object.entries(late)) counts[name] = (counts[name] ?? 0) + count
  }
  for (const { path, was } of areas) await restoreArea(repository, path, was)
  for (const [table, rows] of Object.entries(plain)) await restorePlain(repository, table, rows)
  await restorePosts(repository, posts)
  await markUndone(repository, id)
  return { change, counts }
}
