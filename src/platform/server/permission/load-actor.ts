import { sql } from 'kysely'
import { type Role, roles } from '../../contract/right.ts'
import type { Database } from '../database/connect.ts'
import type { Actor } from './actor.ts'

export interface StaffMember extends Actor {
  readonly username: string
  readonly mustChangePassword: boolean
}

interface Found {
  id: string
  name: string
  username: string
  must_change_password: boolean
  posts: { id: string; role: string; area: string }[]
}

/** The staff member with the posts held on a day: rights end with the post. Undefined for a stranger's account. */
export const loadActor = async (
  db: Database,
  district: string,
  by: { account: string } | { id: string },
  on: string,
): Promise<StaffMember | undefined> => {
  const whom = 'account' in by ? sql`s.account = ${by.account}` : sql`s.id = ${by.id}`
  const { rows } = await sql<Found>`
    select s.id, s.name, s.username, s.must_change_password,
      coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'area', p.area) order by p.area)
        filter (where p.id is not null), '[]') as posts
    from staff s left join post p on p.district = s.district and p.staff = s.id
      and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to > ${on})
    where s.district = ${district} and ${whom} group by s.district, s.id`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  return {
    id: found.id,
    name: found.name,
    username: found.username,
    district,
    mustChangePassword: found.must_change_password,
    posts: found.posts.filter((post): post is { id: string; role: Role; area: string } => post.role in roles),
  }
}
