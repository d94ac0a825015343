import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/** What is told of a matter; undefined where nothing is. */
export const findRelease = async (
  { db, district }: Repository,
  matter: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ text: string }>`
    select text from matter_release where district = ${district} and matter = ${matter}`.execute(db)
  return rows[0]?.text
}

export const removeRelease = async ({ db, district }: Repository, matter: string): Promise<void> => {
  await sql`delete from matter_release where district = ${district} and matter = ${matter}`.execute(db)
}

export interface Release {
  readonly matter: string
  readonly area: string
  readonly category: string
  readonly text: string
  readonly solvedOn: string
}

export const saveRelease = async ({ db, district }: Repository, release: Release): Promise<void> => {
  await sql`insert into matter_release (district, matter, area, category, text, solved_on, released_at)
    values (${district}, ${release.matter}, ${release.area}, ${release.category}, ${release.text}, ${release.solvedOn}, now())
    on conflict (district, matter) do update set text = excluded.text, released_at = excluded.released_at`.execute(
    db,
  )
}

/** What was solved lately in an area, the latest first; what was taken up again since is left out. */
export const listReleases = async (
  { db, district }: Repository,
  area: string,
): Promise<Pick<Release, 'area' | 'category' | 'text' | 'solvedOn'>[]> => {
  const { rows } = await sql<{ area: string; category: string; text: string; solved_on: string }>`
    select r.area, r.category, r.text, r.solved_on::text from matter_release r
    join matter_flow f on f.district = r.district and f.matter = r.matter
    where r.district = ${district} and starts_with(r.area, ${area}) and f.facts->>'state' = 'closed'
    order by r.solved_on desc, r.released_at desc limit 50`.execute(db)
  return rows.map(({ solved_on, ...row }) => ({ ...row, solvedOn: solved_on }))
}
