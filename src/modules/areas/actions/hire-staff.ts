import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { hireStaff as contract } from '../posts-contract.ts'
import { makePassword, refuseGiving } from '../staffing.ts'
import { insertPost, insertStaff, usernameTaken } from '../storage/posts.ts'

const taken = (username: string) =>
  new Problem('staff.already_there', `用户名「${username}」已有人用，请换一个。`, {
    places: [{ field: 'username', message: '已有人用，请换一个' }],
  })

/** Makes an account and a post. The password is told once; it has to be changed at the first sign-in. */
export const hireStaff = defineAction(
  contract,
  async (repository, { name, username, role, area, on }, office) => {
    if (!office.areas.find(area)) throw new Problem('area.not_found', '没有这个区域，请重新选择。')
    refuseGiving(repository, role, area)
    if (await usernameTaken(repository, username)) throw taken(username)
    const id = newId()
    const password = makePassword()
    const account = await office.accounts.create({ username, password, name }).catch((error: Error) => {
      throw /taken|unique|exist|duplicate/i.test(error.message) ? taken(username) : error
    })
    await insertStaff(repository, { id, name, username, account })
    await insertPost(repository, { staff: id, role, area, from: on, reason: '' })
    return {
      answer: { staff: id, password: null },
      once: { password },
      audit: { area, detail: { staff: id, role, on } },
    }
  },
)
