import { sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { areasWith } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inAreas } from '../../../platform/server/repository/scope.ts'

/** Words that a person said mean a metric, or none. */
export interface SynonymRow {
  readonly id: string
  readonly area: string
  readonly phrase: string
  readonly metric: string | null
  readonly learned_at: Date
  readonly learned_by_name: string
}

const columns = sql.raw('id, area, phrase, metric, learned_at, learned_by_name')

/** What holds in an area: taught there or above. Of two for the same words the nearer one. */
export const synonymsFor = async ({ db, district }: Repository, area: string): Promise<SynonymRow[]> => {
  const { rows } = await sql<SynonymRow>`
    select distinct on (phrase) ${columns} from metric_synonym
    where district = ${district} and removed_at is null and starts_with(${area}, area)
    order by phrase, length(area) desc`.execute(db)
  return rows
}

/** Those of one's own areas and of the areas above, latest first. */
export const listSynonymRows = async (repository: Repository): Promise<SynonymRow[]> => {
  const areas = areasWith(repository.actor, 'report.write')
  const above = areas.map((area) => sql`starts_with(${area}, area)`)
  const { rows } = await sql<SynonymRow>`
    select ${columns} from metric_synonym
    where district = ${repository.district} and removed_at is null
      and (${inAreas(areas, sql`area`)} or ${sql.join([sql`false`, ...above], sql` or `)})
    order by learned_at desc, id`.execute(repository.db)
  return rows
}

/** Marks what stands in exactly this area for these words as removed. */
const removeOthers = async (repository: Repository, area: string, phrase: string): Promise<void> => {
  await sql`update metric_synonym set removed_at = now(), removed_by = ${repository.actor.id}
    where district = ${repository.district} and area = ${area} and phrase = ${phrase} and removed_at is null`.execute(
    repository.db,
  )
}

/** Writes down what a person taught; what the same area had for these words goes. */
export const insertSynonym = async (
  repository: Repository,
  synonym: Pick<SynonymRow, 'area' | 'phrase' | 'metric'>,
): Promise<string> => {
  await removeOthers(repository, synonym.area, synonym.phrase)
  const id = newId()
  await repository.db
    .insertInto('metric_synonym')
    .values({
      ...synonym,
      id,
      district: repository.district,
      learned_by: repository.actor.id,
      learned_by_name: repository.actor.name,
      command: repository.command,
    })
    .execute()
  return id
}

/** Removes one of one's own areas. Throws `record.not_found`. */
export const removeSynonym = async (repository: Repository, id: string): Promise<SynonymRow> => {
  const { rows } = await sql<SynonymRow>`
    update metric_synonym set removed_at = now(), removed_by = ${repository.actor.id}
    where district = ${repository.district} and id = ${id} and removed_at is null
      and ${inAreas(areasWith(repository.actor, 'report.write'), sql`area`)}
    returning ${columns}`.execute(repository.db)
  if (!rows[0])
    throw new Problem('record.not_found', '没有找到这种说法，可能已经删除，或者是上级教的，您不能删除。')
  return rows[0]
}
