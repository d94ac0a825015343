import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

export interface StoredNotice {
  readonly id: string
  readonly area: string
  readonly kind: 'announcement' | 'posting'
  readonly title: string
  readonly body: string
  readonly from_day: string
  readonly to_day: string
  readonly objection: string
  readonly withdrawn_at: Date | null
  readonly withdrawn_for: string
}

const columns = sql`id, area, kind, title, body, from_day::text, to_day::text, objection, withdrawn_at, withdrawn_for`

export const insertNotice = async (
  { db, district }: Repository,
  notice: Pick<StoredNotice, 'id' | 'area' | 'kind' | 'title' | 'body' | 'objection'> & {
    from: string
    to: string
  },
): Promise<void> => {
  await sql`insert into notice (district, id, area, kind, title, body, from_day, to_day, objection, published_at)
    values (${district}, ${notice.id}, ${notice.area}, ${notice.kind}, ${notice.title}, ${notice.body},
      ${notice.from}, ${notice.to}, ${notice.objection}, now())`.execute(db)
}

/** Takes a notice of one's areas back; answers its area, undefined where there is none that is still out. */
export const withdraw = async (
  repository: Repository,
  id: string,
  reason: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ area: string }>`
    update notice e set withdrawn_at = now(), withdrawn_for = ${reason}
    where e.district = ${repository.district} and e.id = ${id} and e.withdrawn_at is null
      and ${inScope(repository, 'public.write')} returning e.area`.execute(repository.db)
  return rows[0]?.area
}

/** Notices of one's areas, the newest first. */
export const listOwnNotices = async (
  repository: Repository,
  area: string | undefined,
): Promise<StoredNotice[]> => {
  const { rows } = await sql<StoredNotice>`
    select ${columns} from notice e where e.district = ${repository.district}
      and ${inScope(repository, 'public.write', area)} order by e.published_at desc limit 200`.execute(
    repository.db,
  )
  return rows
}

/** What everybody may read today. */
export const listShownNotices = async ({ db, district, today }: Repository): Promise<StoredNotice[]> => {
  const { rows } = await sql<StoredNotice>`
    select ${columns} from notice where district = ${district} and withdrawn_at is null
      and from_day <= ${today} and to_day >= ${today} order by from_day desc, published_at desc limit 100`.execute(
    db,
  )
  return rows
}
