import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body } from '../life/facts.ts'
import { visible } from './visible.ts'

interface LinkRow {
  id: string
  number: string
  title: string
  kind: string
}

/** Linked matters, as far as the reader may see them. */
export const findLinks = async (
  repository: Repository,
  id: string,
  bodies: readonly Body[],
): Promise<LinkRow[]> => {
  const { rows } = await sql<LinkRow>`
    select distinct on (l.id) l.id, e.number, e.title, l.kind from (
      select other as id, kind from matter_link where district = ${repository.district} and matter = ${id}
      union select matter as id, kind || 'From' from matter_link where district = ${repository.district} and other = ${id}
    ) l join (select * from matter union all select * from matter_past) e
      on e.district = ${repository.district} and e.id = l.id
    where ${visible(repository, bodies)}
    order by l.id, e.version desc`.execute(repository.db)
  return rows
}

/** Ties two matters: the first was `split` into, or `merged` into, the second, or is dealt with for good by it. */
export const linkMatters = async (
  { db, district }: Repository,
  matter: string,
  other: string,
  kind: 'split' | 'merged' | 'lasting',
): Promise<void> => {
  await sql`insert into matter_link (district, matter, other, kind)
    values (${district}, ${matter}, ${other}, ${kind})`.execute(db)
}
