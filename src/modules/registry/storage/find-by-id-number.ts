import { sql } from 'kysely'
import { getField } from '../../../core/definition/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { lookupHash } from '../../../platform/server/repository/row.ts'
import { person } from '../definition.ts'

/** The person with an ID number, in anybody's area: so that nobody is registered twice in a district. */
export const findByIdNumber = async (
  repository: Repository,
  idNumber: string,
): Promise<string | undefined> => {
  const hash = lookupHash(repository.cipher, person, getField(person, 'idNumber'), idNumber, 'whole')
  const { rows } = await sql<{ id: string }>`
    select id from person where district = ${repository.district} and id_number_hash = ${hash}`.execute(
    repository.db,
  )
  return rows[0]?.id
}
