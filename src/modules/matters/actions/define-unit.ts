import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { defineUnit as contract } from '../contract-units.ts'
import { countStaff, findStandingUnit, saveUnit } from '../storage/units.ts'

/** A section or department that handles matters, with its members from today on. Whoever left keeps their past. */
export const defineUnit = defineAction(contract, async (repository, { id, title, members, ...input }) => {
  const standing = id && (await findStandingUnit(repository, id))
  if (id && !standing) throw new Problem('record.not_found', '没有找到这个科室，它可能已经撤销。')
  // A unit stays where it was founded: what it handled there is found there.
  const area = standing ? standing.area : input.area
  if (!may(repository.actor, 'staff.manage', area))
    throw new Problem('right.missing', '您的岗位不能设置这个区域的承办科室。')
  if ((await countStaff(repository, members)) !== new Set(members).size)
    throw new Problem('request.invalid', '有的成员没有账号，请重新选择。', {
      places: [{ field: 'members', message: '请从列表里选择' }],
    })
  const unit = id ?? newId()
  await saveUnit(repository, { id: unit, title, area, members })
  return {
    answer: { id: unit },
    audit: { subject: unit, area, detail: { unit: title, members: members.length } },
  }
})
