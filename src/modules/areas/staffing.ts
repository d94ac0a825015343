import { randomBytes } from 'node:crypto'
import { Problem } from '../../platform/contract/problem.ts'
import { type Role, roles } from '../../platform/contract/right.ts'
import { areasWith, may } from '../../platform/server/permission/actor.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { findStaff, type HeldPost, listPostsOf, lockPost, type StaffMemberRow } from './storage/posts.ts'

/** Administrators give any role; others none that may do more than they themselves may there. */
export const mayGive = ({ actor }: Repository, role: Role, area: string): boolean => {
  if (!may(actor, 'staff.manage', area)) return false
  const administers = actor.posts.some((post) => post.role === 'administrator' && area.startsWith(post.area))
  if (role === 'administrator') return administers
  return administers || roles[role].rights.every((right) => may(actor, right, area))
}

export const givableRoles = (repository: Repository): Role[] => {
  const areas = areasWith(repository.actor, 'staff.manage')
  return (Object.keys(roles) as Role[]).filter((role) =>
    areas.some((area) => mayGive(repository, role, area)),
  )
}

/** Throws where the actor may not give a role in an area. */
export const refuseGiving = (repository: Repository, role: Role, area: string): void => {
  if (!mayGive(repository, role, area))
    throw new Problem(
      'right.missing',
      `您不能在${repository.areas.nameOf(area)}安排「${roles[role].title}」这个岗位。`,
    )
}

/** A post that the actor may change, locked. Throws `staff.not_found`. */
export const getPost = async (repository: Repository, id: string): Promise<HeldPost> => {
  const post = await lockPost(repository, id)
  if (!post || !mayGive(repository, post.role, post.area))
    throw new Problem('staff.not_found', '没有这个岗位，或者它不在您管理的范围内。')
  return post
}

const unknownStaff = () => new Problem('staff.not_found', '没有这个人员，或者不在您管理的范围内。')

/** Somebody whose posts the actor knows one of. Throws `staff.not_found`. */
export const getStaff = async (repository: Repository, id: string): Promise<StaffMemberRow> => {
  const staff = await findStaff(repository, id)
  const posts = staff ? await listPostsOf(repository, id) : []
  const known =
    posts.some((post) => may(repository.actor, 'staff.manage', post.area)) ||
    (posts.length === 0 && repository.actor.posts.some((post) => post.role === 'administrator'))
  if (!staff || !known) throw unknownStaff()
  return staff
}

/**
 * Somebody in the actor's charge with all that they may do: whoever resets a password could sign in as them, so each
 * post of theirs must be one that the actor may give. Throws `staff.not_found`.
 */
export const getOwnStaff = async (repository: Repository, id: string): Promise<StaffMemberRow> => {
  const staff = await getStaff(repository, id)
  const posts = await listPostsOf(repository, id)
  const held = posts.filter(({ to }) => to === null || to > repository.today)
  if (!(held.length > 0 ? held : posts).every((post) => mayGive(repository, post.role, post.area)))
    throw new Problem('right.missing', `${staff.name}还有您管理范围以外的岗位，请联系上级或系统管理员。`)
  return staff
}

/** A password that is told once and has to be changed at the first sign-in. */
export const makePassword = (): string => randomBytes(9).toString('base64url')
