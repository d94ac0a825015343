import { Problem } from '../../../platform/contract/problem.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { moveHousehold as contract } from '../change-contract.ts'
import { defineChange } from '../changes/define-change.ts'
import { homeName, membersBefore, stageHousehold } from '../changes/draft.ts'
import { placeHome } from '../changes/form-household.ts'

/** 整户搬迁: a household moves to another dwelling or grid, and its members with it. */
export const moveHousehold = defineChange(contract, async (draft, input) => {
  const home = await stageHousehold(draft, input.household)
  const place = await placeHome(draft, input)
  const area = place.area ?? home.area
  if (!may(draft.repository.actor, 'registry.write', area))
    throw new Problem('right.missing', '您的岗位不能把住户迁到这个区域，请由那里的社区办理迁入。')
  if (draft.repository.areas.nameOf(area) === area)
    throw new Problem('field.invalid', '没有这个网格，请重新选择。', {
      places: [{ field: 'area', message: '请选择' }],
    })
  if (!input.dwelling && area === home.area)
    throw new Problem('field.invalid', '请选择搬到哪套房屋，或哪个网格。', {
      places: [{ field: 'dwelling', message: '请选择' }],
    })
  for (const member of await membersBefore(draft, home.id)) member.area = area
  home.area = area
  home.values.dwelling = place.dwelling ?? null
  return { title: `${homeName(draft, home)}整户搬迁`, household: home }
})
