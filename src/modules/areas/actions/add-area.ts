import { areaLevels, areaOf, levelOf } from '../../../core/area/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { getArea, refuseWrongDay } from '../changing/may-change.ts'
import { addArea as contract } from '../contract.ts'
import { insertArea, nextChild } from '../storage/area-versions.ts'

/** Adds an area below another, empty, from a day on; its code is the next that was never given. */
export const addArea = defineAction(contract, async (repository, { parent, name, on }, office) => {
  const above = await getArea(repository, parent)
  refuseWrongDay(repository, [above], on)
  if (levelOf(parent).name === areaLevels.at(-1)!.name)
    throw new Problem('field.invalid', `「${above.name}」已经是最小的一级，下面不能再分。`, {
      places: [{ field: 'parent', message: '已经是最小的一级' }],
    })
  const path = await nextChild(repository, parent)
  await insertArea(repository, { path, name, on, cause: 'added' })
  return {
    answer: { area: areaOf(path, name) },
    audit: { area: path, detail: { name, on } },
    afterwards: () => office.areas.refresh(),
  }
})
