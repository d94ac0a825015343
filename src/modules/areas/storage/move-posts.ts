import { sql } from 'kysely'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'
import type { Mapping } from './select-records.ts'

/** What was done to posts, so that it can be taken back. */
export interface MovedPosts {
  readonly closed: { id: string; to: string | null }[]
  readonly opened: string[]
  readonly changed: { id: string; area: string }[]
}

interface Held {
  id: string
  staff: string
  role: string
  area: string
  valid_from: string
  valid_to: string | null
  reason: string
}

/** Where a path goes by a mapping: the nearest listed area above it decides. */
export const targetOf = (mapping: Mapping, path: string): string => {
  const found = mapping
    .filter(({ from }) => path.startsWith(from))
    .toSorted((a, b) => b.from.length - a.from.length)[0]
  return found ? found.to : path
}

/** Posts over areas that go elsewhere end on the day; where they follow, the same person goes on in the new area. */
export const movePosts = async (
  repository: Repository,
  mapping: Mapping,
  move: { on: string; follow: boolean; reason: string },
): Promise<MovedPosts> => {
  const { district, db, command = null } = repository
  const { rows } = await sql<Held>`
    select id, staff, role, area, valid_from, valid_to, reason from post
    where district = ${district} and ${inAreas(
      mapping.map(({ from }) => from),
      sql`area`,
    )} and (valid_to is null or valid_to > ${move.on}) for update`.execute(db)
  const moved: MovedPosts = { closed: [], opened: [], changed: [] }
  for (const post of rows) {
    const area = targetOf(mapping, post.area)
    const standing = await sql`select from post where district = ${district} and staff = ${post.staff}
      and role = ${post.role} and area = ${area} and (valid_to is null or valid_to > ${move.on})`.execute(db)
    const follows = move.follow && standing.rows.length === 0
    if (follows && post.valid_from >= move.on) {
      await sql`update post set area = ${area} where district = ${district} and id = ${post.id}`.execute(db)
      moved.changed.push({ id: post.id, area: post.area })
      continue
    }
    const id = follows ? newId() : null
    await sql`update post set valid_to = greatest(valid_from, ${move.on}::date), closed_command = ${command}, successor = ${id}
      where district = ${district} and id = ${post.id}`.execute(db)
    moved.closed.push({ id: post.id, to: post.valid_to })
    if (id === null) continue
    await sql`insert into post (district, id, staff, role, area, valid_from, valid_to, reason, command)
      values (${district}, ${id}, ${post.staff}, ${post.role}, ${area}, ${move.on}, ${post.valid_to}, ${move.reason}, ${command})`.execute(
      db,
    )
    moved.opened.push(id)
  }
  return moved
}

/** Puts posts back; those opened were never held. */
export const restorePosts = async ({ district, db }: Repository, moved: MovedPosts): Promise<void> => {
  for (const { id, to } of moved.closed)
    await sql`update post set valid_to = ${to}, closed_command = null, successor = null
      where district = ${district} and id = ${id}`.execute(db)
  for (const { id, area } of moved.changed)
    await sql`update post set area = ${area} where district = ${district} and id = ${id}`.execute(db)
  await sql`update post set valid_to = valid_from where district = ${district} and id = any(${moved.opened}::uuid[])`.execute(
    db,
  )
}
