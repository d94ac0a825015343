import type { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Office } from '../../../platform/server/office.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { getAreaContents } from '../contract.ts'
import { listChanges } from '../storage/area-changes.ts'
import { countContents } from '../storage/count-contents.ts'

/** What lies in an area and each one below, and its merges and splits, for who manages it. */
export const readAreaContents = async (
  repository: Repository,
  { areas }: Pick<Office, 'areas'>,
  path: string,
): Promise<z.input<typeof getAreaContents.answer>> => {
  const area = areas.find(path)
  if (!area || !may(repository.actor, 'area.manage', path))
    throw new Problem('area.not_found', '没有这个区域，或者它不在您管理的范围内。')
  const children = areas.children(path)
  const [own, ...counted] = await countContents(repository, [path, ...children.map((child) => child.path)])
  return {
    area,
    own: own!,
    children: children.map((child, index) => ({ ...child, contents: counted[index]! })),
    changes: (await listChanges(repository, [path])).map((change) => ({
      id: change.id,
      kind: change.kind,
      title: change.title,
      on: change.on,
      at: change.at.toISOString(),
      by: change.by,
      persons: change.counts.person ?? 0,
      reason: change.reason,
      undone: change.undone,
      mayUndo: !change.undone && may(repository.actor, 'area.manage', change.area),
    })),
  }
}
