import { areaOf } from '../../../core/area/index.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getArea, refuseWrongDay } from '../changing/may-change.ts'
import { renameArea as contract } from '../contract.ts'
import { changeArea } from '../storage/area-versions.ts'

/** Gives an area another name from a day on; earlier days keep the old one. */
export const renameArea = defineAction(contract, async (repository, { area, name, on }, office) => {
  const old = await getArea(repository, area)
  refuseWrongDay(repository, [old], on)
  await changeArea(repository, old, { name, on, cause: 'renamed' })
  return {
    answer: { area: areaOf(area, name) },
    audit: { area, detail: { from: old.name, to: name, on } },
    afterwards: () => office.areas.refresh(),
  }
})
