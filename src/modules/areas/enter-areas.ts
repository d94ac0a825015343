import type { Boundary } from '../../core/geometry/index.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { changeArea, insertArea, lockArea } from './storage/area-versions.ts'

/**
 * Enters areas as they have always stood, or renames those that are there from `on`; a boundary is drawn where one is
 * given. Those above come first, whatever the order. Answers how many were new.
 */
export const enterAreas = async (
  repository: Repository,
  areas: readonly { path: string; name: string; boundary?: Boundary }[],
  on: string,
): Promise<number> => {
  let fresh = 0
  for (const { path, name, boundary } of areas.toSorted((a, b) => a.path.localeCompare(b.path))) {
    const old = await lockArea(repository, path)
    if (!old) {
      await insertArea(repository, { path, name, boundary: boundary ?? null, on, cause: 'entered' })
      fresh += 1
      continue
    }
    if (old.name !== name) await changeArea(repository, old, { name, on, cause: 'renamed' })
    const renamed = boundary && (await lockArea(repository, path))
    if (renamed) await changeArea(repository, renamed, { boundary, on, cause: 'redrawn' })
  }
  return fresh
}
