import { sql } from 'kysely'
import { getField } from '../../../core/definition/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { lookupHash } from '../../../platform/server/repository/row.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { person } from '../definition.ts'

/** Somebody whose registration has ended: the last version that holds, and the highest number given. */
export interface Ended {
  readonly row: Row
  readonly last: number
}

const lastNumber = async (repository: Repository, id: string): Promise<number> => {
  const { rows } = await sql<{ last: number }>`select max(version) as last from person_past
    where district = ${repository.district} and id = ${id}`.execute(repository.db)
  return rows[0]!.last
}

const complete = async (repository: Repository, row: Row | undefined): Promise<Ended | undefined> =>
  row && { row, last: await lastNumber(repository, row.id) }

/** Who bore this ID number and left, from anybody's area: somebody who returns is the same person. */
export const findEnded = async (repository: Repository, idNumber: string): Promise<Ended | undefined> => {
  const hash = lookupHash(repository.cipher, person, getField(person, 'idNumber'), idNumber, 'whole')
  const { rows } = await sql<Row>`select e.* from person_past e
    where e.district = ${repository.district} and e.id_number_hash = ${hash}
      and e.ended is not null and e.ended <> 'mistaken' and e.superseded_at is null
      and not exists (select from person c where c.district = e.district and c.id = e.id)
    order by e.valid_to desc, e.version desc limit 1`.execute(repository.db)
  return complete(repository, rows[0])
}

/** Who left, by the record, within the actor's scope. */
export const findEndedById = async (repository: Repository, id: string): Promise<Ended | undefined> => {
  const { rows } = await sql<Row>`select e.* from person_past e
    where e.district = ${repository.district} and e.id = ${id}
      and e.ended is not null and e.superseded_at is null and ${inScope(repository, 'registry.write')}
      and not exists (select from person c where c.district = e.district and c.id = e.id)
    order by e.version desc limit 1`.execute(repository.db)
  return complete(repository, rows[0])
}
