import { sql } from 'kysely'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'

/** So many of the addresses that share something with what was typed are weighed; the best of them are shown. */
const weighed = 500

/** Dwellings in scope whose address has a part like the text, the most similar first (pairs of characters, by index). */
export const findSimilarAddresses = async (
  repository: Repository,
  text: string,
  limit: number,
): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.* from (
      select e.* from dwelling e where e.district = ${repository.district} and address_pairs(e.address) %> address_pairs(${text})
        and ${inScope(repository, 'registry.read')} limit ${weighed}) e
    order by word_similarity(address_pairs(${text}), address_pairs(e.address)) desc, e.address, e.id limit ${limit}`.execute(
    repository.db,
  )
  return rows
}
