import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'

export interface StoredTemplate {
  readonly id: string
  readonly area: string
  readonly use: 'answer' | 'callback'
  /** '' fits every category. */
  readonly category: string
  readonly title: string
  readonly text: string
}

/** Every template of the district; they hold nothing of anybody. */
export const listTemplates = async ({ db, district }: Repository): Promise<StoredTemplate[]> => {
  const { rows } = await sql<StoredTemplate>`
    select id, area, use, category, title, text from reply_template where district = ${district}
    order by use, category, title`.execute(db)
  return rows
}

/** Templates of the areas that hold a place, for its category first, then the nearest. */
export const listFittingTemplates = async (
  { db, district }: Repository,
  area: string,
  category: string,
): Promise<StoredTemplate[]> => {
  const { rows } = await sql<StoredTemplate>`
    select id, area, use, category, title, text from reply_template
    where district = ${district} and starts_with(${area}, area) and category in ('', ${category})
    order by category desc, length(area) desc, title`.execute(db)
  return rows
}

export const findTemplate = async (
  { db, district }: Repository,
  id: string,
): Promise<StoredTemplate | undefined> => {
  const { rows } = await sql<StoredTemplate>`
    select id, area, use, category, title, text from reply_template
    where district = ${district} and id = ${id} for update`.execute(db)
  return rows[0]
}

export const saveTemplate = async ({ db, district }: Repository, template: StoredTemplate): Promise<void> => {
  const { id, area, use, category, title, text } = template
  await sql`insert into reply_template (district, id, area, use, category, title, text)
    values (${district}, ${id}, ${area}, ${use}, ${category}, ${title}, ${text})
    on conflict (district, id) do update set area = excluded.area, use = excluded.use,
      category = excluded.category, title = excluded.title, text = excluded.text`.execute(db)
}

export const removeTemplate = async ({ db, district }: Repository, id: string): Promise<void> => {
  await sql`delete from reply_template where district = ${district} and id = ${id}`.execute(db)
}
