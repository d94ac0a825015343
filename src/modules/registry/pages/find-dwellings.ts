import type { RecordView } from '../../../platform/contract/records.ts'
import { type ListQuery, listRecords } from '../../../platform/server/repository/list.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { viewOf } from '../../../platform/server/repository/view.ts'
import { dwelling } from '../definition.ts'
import { findSimilarAddresses } from '../storage/similar-addresses.ts'

/** Shorter, everything is like it. */
const shortest = 4

/**
 * Dwellings by part of their address; where none has it, those that are written much alike: a wrong or missing
 * character, full-width digits, blanks. Looking at a past day, only the former.
 */
export const findDwellings = async (repository: Repository, query: ListQuery): Promise<RecordView[]> => {
  const { rows } = await listRecords(repository, dwelling, query)
  const text = (query.q ?? '').normalize('NFKC').replace(/\s/g, '')
  if (rows.length > 0 || query.asOf || text.length < shortest || !/\p{Script=Han}/u.test(text)) return rows
  const similar = await findSimilarAddresses(repository, text, query.limit)
  return similar.map((row) => viewOf(repository, dwelling, row))
}
