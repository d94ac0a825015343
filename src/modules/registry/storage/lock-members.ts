import { sql } from 'kysely'
import { columnsOf, type Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { person } from '../definition.ts'

const columns = sql.join(columnsOf(person).map((column) => sql.ref(`e.${column}`)))

/** Everybody in a household today, locked, in one order for all; the household itself has been found in scope. */
export const lockMembers = async (repository: Repository, household: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`select ${columns} from person e
    where e.district = ${repository.district} and e.household = ${household}
    order by e.id for update`.execute(repository.db)
  return rows
}

/** The last day on which somebody still lived in a household that is empty now; undefined where nobody ever did. */
export const findLastLeaving = async (
  repository: Repository,
  household: string,
): Promise<string | undefined> => {
  const { rows } = await sql<{ day: string | null }>`select max(valid_to)::text as day from person_past
    where district = ${repository.district} and household = ${household} and superseded_at is null`.execute(
    repository.db,
  )
  return rows[0]?.day ?? undefined
}
