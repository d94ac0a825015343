import { type RawBuilder, sql } from 'kysely'
import { getField } from '../../../core/definition/index.ts'
import { columnsOf, type Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { lookupHash } from '../../../platform/server/repository/row.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import { person } from '../../registry/index.ts'

const columns = sql.join(columnsOf(person).map((column) => sql.ref(`e.${column}`)))

/** Rows that are about to change are locked, in one order so that two imports do not wait for each other. */
const inOrder = (order: RawBuilder<unknown>, lock: boolean) =>
  lock ? sql`order by ${order} for update of e` : sql``

/** The keyed hash by which an ID number is found. */
export const idNumberHash = (repository: Repository, idNumber: string): Buffer =>
  lookupHash(repository.cipher, person, getField(person, 'idNumber'), idNumber, 'whole')

const mobileHash = (repository: Repository, mobile: string): Buffer =>
  lookupHash(repository.cipher, person, getField(person, 'mobile'), mobile, 'whole')

/** People with these ID numbers, in anybody's area: so that nobody is registered twice in a district. */
export const findPeopleByHash = async (
  repository: Repository,
  hashes: readonly Buffer[],
  lock: boolean,
): Promise<Row[]> => {
  if (hashes.length === 0) return []
  const { rows } = await sql<Row>`select ${columns} from person e
    where e.district = ${repository.district} and e.id_number_hash = any(${hashes}::bytea[])
    ${inOrder(sql`e.id_number_hash`, lock)}`.execute(repository.db)
  return rows
}

/** Last versions of people with these ID numbers whose registration has ended, in anybody's area. */
export const findEndedByHash = async (repository: Repository, hashes: readonly Buffer[]): Promise<Row[]> => {
  if (hashes.length === 0) return []
  const { rows } = await sql<Row>`select distinct on (e.id_number_hash) ${columns} from person_past e
    where e.district = ${repository.district} and e.id_number_hash = any(${hashes}::bytea[])
      and e.ended is not null and e.superseded_at is null
      and not exists (select from person c where c.district = e.district and c.id = e.id)
    order by e.id_number_hash, e.valid_to desc, e.version desc`.execute(repository.db)
  return rows
}

/** By what somebody without an ID number in the file is sought. */
export interface Sought {
  readonly name: string
  readonly birthDate?: string | undefined
  readonly mobile?: string | undefined
}

/** For each of those sought, everybody within the actor's reach who bears the name and the date or the number. */
export const findPeopleByName = async (
  repository: Repository,
  sought: readonly Sought[],
  options: { lock: boolean; withoutIdNumber?: boolean },
): Promise<Row[][]> => {
  const found: Row[][] = sought.map(() => [])
  if (sought.length === 0) return found
  const names = sought.map(({ name }) => name)
  const births = sought.map(({ birthDate }) => birthDate ?? null)
  const mobiles = sought.map(({ mobile }) => (mobile === undefined ? null : mobileHash(repository, mobile)))
  const { rows } = await sql<Row & { sought: number }>`
    select k.sought::integer as sought, ${columns}
    from unnest(${names}::text[], ${births}::date[], ${mobiles}::bytea[])
      with ordinality as k(name, birth_date, mobile_hash, sought)
    join person e on e.district = ${repository.district} and e.name collate "C" = k.name
      and (e.birth_date = k.birth_date or (k.birth_date is null and e.mobile_hash = k.mobile_hash))
    where ${inScope(repository, 'ledger.write')}
      and ${options.withoutIdNumber ? sql`e.id_number_hash is null` : sql`true`}
    ${inOrder(sql`e.id`, options.lock)}`.execute(repository.db)
  for (const { sought: number, ...row } of rows) found[number - 1]!.push(row as Row)
  return found
}
