import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { defineUnit as contract } from '../contract.ts'
import { countStaff, saveUnit } from '../storage/units.ts'

/** A section or department that handles matters, with its members from today on. Whoever left keeps their past. */
export const defineUnit = defineAction(
  contract,
  async (repository, { id = newId(), title, area, members }) => {
    if (!may(repository.actor, 'staff.manage', area))
      throw new Problem('right.missing', '您的岗位不能设置这个区域的承办科室。')
    if ((await countStaff(repository, members)) !== new Set(members).size)
      throw new Problem('request.invalid', '有的成员没有账号，请重新选择。', {
        places: [{ field: 'members', message: '请从列表里选择' }],
      })
    await saveUnit(repository, { id, title, area, members })
    return { answer: { id }, audit: { subject: id, area, detail: { unit: title, members: members.length } } }
  },
)
