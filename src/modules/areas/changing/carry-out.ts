import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type Moved, movePlain } from '../storage/area-changes.ts'
import { type MovedPosts, movePosts } from '../storage/move-posts.ts'
import { clearSelection, type Move, moveSelected, openSelection } from '../storage/move-records.ts'
import { type Mapping, selectMapped } from '../storage/select-records.ts'
import { type AreaTable, findAreaTables } from '../storage/versioned-tables.ts'

type Counts = Record<string, number>

/** Selects in every versioned table what `choose` says, and moves it; how many records of each moved. */
export const moveVersioned = async (
  repository: Repository,
  tables: readonly AreaTable[],
  move: Move,
  choose: (table: AreaTable) => Promise<void>,
): Promise<Counts> => {
  const counts: Counts = {}
  await openSelection(repository)
  for (const table of tables) {
    await choose(table)
    const moved = await moveSelected(repository, table, move)
    if (moved > 0) counts[table.name] = moved
    await clearSelection(repository)
  }
  return counts
}

const noPosts: MovedPosts = { closed: [], opened: [], changed: [] }

/** Moves everything that lies in some areas to others: records with their versions, plain rows, posts. */
export const moveAreas = async (
  repository: Repository,
  mapping: Mapping,
  move: Move & { followingPosts: boolean },
): Promise<{ counts: Counts; plain: Moved['plain']; posts: MovedPosts }> => {
  if (mapping.length === 0) return { counts: {}, plain: {}, posts: noPosts }
  const { versioned, plain } = await findAreaTables(repository.db)
  const counts = await moveVersioned(repository, versioned, move, (table) =>
    selectMapped(repository, table, mapping, move.on),
  )
  const movedPlain: Record<string, { id: string; area: string }[]> = {}
  for (const table of plain) {
    const rows = await movePlain(repository, table, mapping)
    if (rows.length > 0) movedPlain[table.name] = rows
  }
  const posts = await movePosts(repository, mapping, {
    on: move.on,
    follow: move.followingPosts,
    reason: move.reason,
  })
  return { counts, plain: movedPlain, posts }
}
