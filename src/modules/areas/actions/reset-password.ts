import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { resetPassword as contract } from '../posts-contract.ts'
import { getOwnStaff, makePassword } from '../staffing.ts'
import { askNewPassword } from '../storage/posts.ts'

/** Gives somebody a new password, told once, and signs them out everywhere. */
export const resetPassword = defineAction(contract, async (repository, { staff: id }, office) => {
  const staff = await getOwnStaff(repository, id)
  if (staff.account.startsWith('none:'))
    throw new Problem('staff.not_found', `${staff.name}没有登录账号，请用「添加人员」为他新建一个。`)
  if (staff.id === repository.actor.id)
    throw new Problem('right.missing', '自己的密码请在右上角「修改密码」里改。')
  const password = makePassword()
  await office.accounts.setPassword(staff.account, password)
  await askNewPassword(repository, staff.id, staff.account)
  return {
    answer: { staff: staff.id, password: null },
    once: { password },
    audit: { detail: { staff: staff.id } },
  }
})
