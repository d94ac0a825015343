import { type Right, type Role, roleHas } from '../../contract/right.ts'

export interface Post {
  readonly id: string
  readonly role: Role
  /** Area path; the post reaches all below. */
  readonly area: string
}

/** Who asks: a staff member with the posts held today. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly district: string
  readonly posts: readonly Post[]
}

/** Areas in which the actor has a right, none within another. */
export const areasWith = (actor: Actor, right: Right): string[] => {
  const areas = actor.posts.filter((post) => roleHas(post.role, right)).map((post) => post.area)
  return [...new Set(areas)].filter(
    (area) => !areas.some((other) => other !== area && area.startsWith(other)),
  )
}

/** The parts of `wanted` (all of it, or those below) in which the actor has the right. */
export const areasWithin = (actor: Actor, right: Right, wanted?: string): string[] => {
  const held = areasWith(actor, right)
  if (wanted === undefined) return held
  if (held.some((area) => wanted.startsWith(area))) return [wanted]
  return held.filter((area) => area.startsWith(wanted))
}

/** Whether the actor has the right at an area. */
export const may = (actor: Actor, right: Right, area: string): boolean =>
  areasWith(actor, right).some((held) => area.startsWith(held))

/** The role in which an actor acts on an area: the nearest post; for the audit. */
export const actingRole = (actor: Actor, area?: string | null): Role | 'none' =>
  actor.posts
    .filter((post) => !area || area.startsWith(post.area) || post.area.startsWith(area))
    .sort((a, b) => b.area.length - a.area.length)[0]?.role ??
  actor.posts[0]?.role ??
  'none'
