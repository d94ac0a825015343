import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refuseFuture } from '../../../platform/server/action/refuse-future.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { readBoundaryFile } from '../boundary-files.ts'
import { importBoundaries as contract } from '../contract.ts'

const mostTold = 200

/** Takes boundaries and points of buildings from a file; what it cannot take is told, feature by feature. */
export const importBoundaries = defineAction(contract, async (repository, { file, on }, office) => {
  refuseFuture(repository, on)
  const { bytes } = await office.files.get(repository, file)
  const done = await readBoundaryFile(repository, office.areas, bytes, {
    on,
    mine: (path) => may(repository.actor, 'area.manage', path),
  })
  return {
    answer: { ...done, faults: done.faults.slice(0, mostTold) },
    audit: { detail: { ...done, faults: done.faults.length } },
    afterwards: () => office.areas.refresh(),
  }
})
