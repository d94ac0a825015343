import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { HandOverSource } from '../hand-over-source.ts'
import {
  endPost as endContract,
  givePost as giveContract,
  handOverPost as handOverContract,
} from '../posts-contract.ts'
import { getPost, getStaff, refuseGiving } from '../staffing.ts'
import { closePost, type HeldPost, insertPost, listPostsOf } from '../storage/posts.ts'

const at = (field: string, message: string) =>
  new Problem('field.invalid', message, { places: [{ field, message }] })

const refuseDouble = async (
  repository: Repository,
  staff: { id: string; name: string },
  post: { role: string; area: string; from: string },
) => {
  const held = (await listPostsOf(repository, staff.id)).find(
    (one) => one.role === post.role && one.area === post.area && (one.to === null || one.to > post.from),
  )
  if (held)
    throw new Problem('staff.already_there', `${staff.name}从 ${held.from} 起已经在这个岗位上，不用再安排。`)
}

const refuseEnding = (post: HeldPost, on: string) => {
  if (post.to !== null && post.to <= on)
    throw new Problem('post.ended', `这个岗位到 ${post.to} 已经结束，不能再改。`)
  if (on <= post.from)
    throw new Problem('post.ended', `这个岗位从 ${post.from} 才开始，结束日期要晚于那一天。`, {
      places: [{ field: 'on', message: `要晚于 ${post.from}` }],
    })
}

/** Gives somebody a post from a day on; rights come with it, and end with it. */
export const givePost = defineAction(giveContract, async (repository, input, office) => {
  if (!office.areas.find(input.area)) throw new Problem('area.not_found', '没有这个区域，请重新选择。')
  refuseGiving(repository, input.role, input.area)
  if (input.to !== undefined && input.to <= input.from) throw at('to', '结束日期要晚于开始日期。')
  const staff = await getStaff(repository, input.staff)
  await refuseDouble(repository, staff, input)
  const post = await insertPost(repository, { ...input, staff: staff.id })
  return {
    answer: { post },
    audit: { area: input.area, detail: { post, staff: staff.id, role: input.role, from: input.from } },
  }
})

/** Ends a post; who held it until then stays known. */
export const endPost = defineAction(endContract, async (repository, { post: id, on, reason }) => {
  const post = await getPost(repository, id)
  refuseEnding(post, on)
  await closePost(repository, id, { on, reason })
  return { answer: { post: id }, audit: { area: post.area, detail: { post: id, staff: post.staff, on } } }
})

/** Hands a post over from a day on, with what its holder has open. */
export const makeHandOver = (sources: readonly HandOverSource[]) =>
  defineAction(handOverContract, async (repository, { post: id, to, on, work, reason }) => {
    const post = await getPost(repository, id)
    refuseEnding(post, on)
    const successor = await getStaff(repository, to)
    if (successor.id === post.staff) throw at('to', '接手的人不能是现在的人。')
    await refuseDouble(repository, successor, { ...post, from: on })
    const next = await insertPost(repository, {
      staff: successor.id,
      role: post.role,
      area: post.area,
      from: on,
      to: post.to,
      reason,
    })
    await closePost(repository, id, { on, reason, successor: next })
    let moved = 0
    // Before the day comes its holder goes on with the work.
    if (work && on <= repository.today)
      for (const source of sources) moved += await source.give(repository, post.staff, successor.id)
    return {
      answer: { post: next, work: moved },
      audit: {
        area: post.area,
        detail: { post: id, next, from: post.staff, to: successor.id, on, work: moved },
      },
    }
  })
