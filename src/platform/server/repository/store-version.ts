import type { Definition } from '../../../core/definition/index.ts'
import { type Row, tableOf } from './columns.ts'
import type { Repository } from './repository.ts'
import { followBirths, subjectBirth } from './subject-birth.ts'

const insert = async (repository: Repository, table: string, row: Row): Promise<void> => {
  await repository.db
    .insertInto(table)
    .values(row.fields === undefined ? row : { ...row, fields: JSON.stringify(row.fields) })
    .execute()
}

/** Stores a version as the current one. */
export const insertCurrent = async (
  repository: Repository,
  definition: Definition,
  row: Row,
): Promise<void> => {
  await insert(repository, tableOf(definition), {
    ...row,
    ...subjectBirth(repository, definition, row.subject),
  })
  // A record that is new has no entries yet.
  if (row.version > 1) await followBirths(repository, definition, [row.id])
}

/** Stores a version among those that were. */
export const insertPast = (repository: Repository, definition: Definition, row: Row): Promise<void> =>
  insert(repository, `${tableOf(definition)}_past`, row)

/** Takes the current version away; what it was stands among those that were. */
export const deleteCurrent = async (
  repository: Repository,
  definition: Definition,
  id: string,
): Promise<void> => {
  await repository.db
    .deleteFrom(tableOf(definition))
    .where('district', '=', repository.district)
    .where('id', '=', id)
    .execute()
}
