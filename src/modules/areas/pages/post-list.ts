import type { z } from 'zod'
import { roles } from '../../../platform/contract/right.ts'
import { areasWith, areasWithin } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { listPosts } from '../posts-contract.ts'
import { givableRoles, mayGive } from '../staffing.ts'
import { listHeldPosts, listStaff } from '../storage/posts.ts'

/** Posts in the actor's charge, who holds them, and what may be given. */
export const readPosts = async (
  repository: Repository,
  asked: { area?: string | undefined; asOf?: string | undefined; ended: 'true' | 'false' },
): Promise<z.input<typeof listPosts.answer>> => {
  const on = asked.asOf ?? repository.today
  const areas = areasWithin(repository.actor, 'staff.manage', asked.area)
  const posts = await listHeldPosts(repository, areas, { on, ended: asked.ended === 'true' })
  const administers = repository.actor.posts.some((post) => post.role === 'administrator')
  const staff = await listStaff(repository, areasWith(repository.actor, 'staff.manage'), administers)
  return {
    posts: posts.map((post) => ({
      ...post,
      roleTitle: roles[post.role]?.title ?? post.role,
      areaName: repository.areas.nameOf(post.area),
      mayChange:
        (post.to === null || post.to > repository.today) && mayGive(repository, post.role, post.area),
    })),
    staff: staff.map(({ account, ...member }) => ({
      ...member,
      account: !account.startsWith('none:'),
      mayChange: member.id !== repository.actor.id,
    })),
    roles: givableRoles(repository).map((role) => ({ role, title: roles[role].title })),
  }
}
