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

/** One of those sought, by its place among them, and what tells it beside the name. */
interface Asked {
  readonly place: number
  readonly name: string
  readonly by: string | Buffer
}

/** Each way has an index of its own, which one condition for both would not use. */
const findBy = async (
  repository: Repository,
  column: 'birth_date' | 'mobile_hash',
  asked: readonly Asked[],
  options: { lock: boolean; withoutIdNumber?: boolean },
): Promise<(Row & { sought: number })[]> => {
  if (asked.length === 0) return []
  const type = sql.raw(column === 'birth_date' ? 'date[]' : 'bytea[]')
  const { rows } = await sql<Row & { sought: number }>`
    select k.sought, ${columns}
    from unnest(${asked.map(({ place }) => place)}::integer[], ${asked.map(({ name }) => name)}::text[],
      ${asked.map(({ by }) => by)}::${type}) as k(sought, name, wanted)
    join person e on e.district = ${repository.district} and e.name collate "C" = k.name
      and e.${sql.ref(column)} = k.wanted
    where ${inScope(repository, 'ledger.write')}
      and ${options.withoutIdNumber ? sql`e.id_number_hash is null` : sql`true`}
    ${inOrder(sql`e.id`, options.lock)}`.execute(repository.db)
  return rows
}

/** For each of those sought, everybody within the actor's reach who bears the name and the date or the number. */
export const findPeopleByName = async (
  repository: Repository,
  sought: readonly Sought[],
  options: { lock: boolean; withoutIdNumber?: boolean },
): Promise<Row[][]> => {
  const found: Row[][] = sought.map(() => [])
  const births = sought.flatMap(({ name, birthDate }, place): Asked[] =>
    birthDate === undefined ? [] : [{ place, name, by: birthDate }],
  )
  const mobiles = sought.flatMap(({ name, birthDate, mobile }, place): Asked[] =>
    birthDate !== undefined || mobile === undefined
      ? []
      : [{ place, name, by: mobileHash(repository, mobile) }],
  )
  const rows = [
    ...(await findBy(repository, 'birth_date', births, options)),
    ...(await findBy(repository, 'mobile_hash', mobiles, options)),
  ]
  for (const { sought: place, ...row } of rows) found[place]!.push(row as Row)
  return found
}
