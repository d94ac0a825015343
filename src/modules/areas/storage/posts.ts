import { sql } from 'kysely'
import type { Role } from '../../../platform/contract/right.ts'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

/** A post with its holder. */
export interface HeldPost {
  id: string
  staff: string
  staffName: string
  username: string
  role: Role
  area: string
  from: string
  to: string | null
  reason: string
  successorName: string | null
}

const columns = sql`p.id, p.staff, s.name as "staffName", s.username, p.role, p.area, p.valid_from as from,
  p.valid_to as to, p.reason, n.name as "successorName"`

const from = sql`post p join staff s on s.district = p.district and s.id = p.staff
  left join post q on q.district = p.district and q.id = p.successor
  left join staff n on n.district = q.district and n.id = q.staff`

/** Posts in some areas: those held on a day or later, or all that ever were. */
export const listHeldPosts = async (
  repository: Repository,
  areas: readonly string[],
  asked: { on: string; ended: boolean },
): Promise<HeldPost[]> => {
  const { rows } = await sql<HeldPost>`
    select ${columns} from ${from}
    where p.district = ${repository.district} and ${inAreas(areas, sql`p.area`)}
      and (p.valid_to is null or p.valid_to > p.valid_from)
      and (${asked.ended} or p.valid_to is null or p.valid_to > ${asked.on})
    order by p.area, p.role, p.valid_from, s.name limit 5000`.execute(repository.db)
  return rows
}

/** A post, locked. */
export const lockPost = async (repository: Repository, id: string): Promise<HeldPost | undefined> => {
  const { rows } = await sql<HeldPost>`
    select ${columns} from ${from} where p.district = ${repository.district} and p.id = ${id} for update of p`.execute(
    repository.db,
  )
  return rows[0]
}

/** All posts that somebody ever held. */
export const listPostsOf = async (repository: Repository, staff: string): Promise<HeldPost[]> => {
  const { rows } = await sql<HeldPost>`
    select ${columns} from ${from} where p.district = ${repository.district} and p.staff = ${staff}
      and (p.valid_to is null or p.valid_to > p.valid_from) order by p.valid_from`.execute(repository.db)
  return rows
}

export const insertPost = async (
  { db, district, command }: Repository,
  post: {
    staff: string
    role: Role
    area: string
    from: string
    to?: string | null | undefined
    reason: string
  },
): Promise<string> => {
  const id = newId()
  await sql`insert into post (district, id, staff, role, area, valid_from, valid_to, reason, command)
    values (${district}, ${id}, ${post.staff}, ${post.role}, ${post.area}, ${post.from}, ${post.to ?? null}, ${post.reason}, ${command ?? null})`.execute(
    db,
  )
  return id
}

/** Ends a post on a day: it is held until the day before. */
export const closePost = async (
  { db, district, command }: Repository,
  id: string,
  end: { on: string; reason: string; successor?: string },
): Promise<void> => {
  await sql`update post set valid_to = ${end.on}, closed_command = ${command ?? null}, successor = ${end.successor ?? null},
      reason = case when ${end.reason} = '' then reason else ${end.reason} end
    where district = ${district} and id = ${id}`.execute(db)
}

/** Somebody of the staff with the account to sign in with; `none:…` where there is none. */
export interface StaffMemberRow {
  id: string
  name: string
  username: string
  account: string
}

export const findStaff = async (repository: Repository, id: string): Promise<StaffMemberRow | undefined> => {
  const { rows } = await sql<StaffMemberRow>`
    select id, name, username, account from staff where district = ${repository.district} and id = ${id}`.execute(
    repository.db,
  )
  return rows[0]
}

/** Everybody with a post in some areas, now or once, and where `all` those without any. */
export const listStaff = async (
  repository: Repository,
  areas: readonly string[],
  all: boolean,
): Promise<StaffMemberRow[]> => {
  const { rows } = await sql<StaffMemberRow>`
    select id, name, username, account from staff s where district = ${repository.district} and account <> 'none:system'
      and (exists (select from post p where p.district = s.district and p.staff = s.id and ${inAreas(areas, sql`p.area`)})
        or (${all} and not exists (select from post p where p.district = s.district and p.staff = s.id)))
    order by name, id limit 5000`.execute(repository.db)
  return rows
}

export const usernameTaken = async (repository: Repository, username: string): Promise<boolean> => {
  const { rows } = await sql`select from staff where district = ${repository.district}
    and lower(username) = lower(${username})`.execute(repository.db)
  return rows.length > 0
}

export const insertStaff = async (
  { db, district }: Repository,
  staff: { id: string; name: string; username: string; account: string },
): Promise<void> => {
  await db
    .insertInto('staff')
    .values({ district, ...staff, must_change_password: true })
    .execute()
}

/** At the next sign-in the password has to be changed. */
export const askNewPassword = async (
  { db, district }: Repository,
  id: string,
  account: string,
): Promise<void> => {
  await sql`update staff set must_change_password = true, account = ${account}
    where district = ${district} and id = ${id}`.execute(db)
}
