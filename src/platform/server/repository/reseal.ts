import { sql } from 'kysely'
import type { Cipher } from '../cipher/cipher.ts'
import type { Database } from '../database/connect.ts'
import type { SealedColumn } from './sealed-column.ts'

interface House {
  readonly db: Database
  readonly district: string
  readonly cipher: Cipher
}

/** Values in one statement; each is some dozens of bytes. */
const batchSize = 1000

const storedOf = ({ column, key }: SealedColumn) =>
  key === undefined
    ? sql<Buffer>`t.${sql.ref(column)}`
    : sql<Buffer>`decode(t.${sql.ref(column)}->>${key}, 'base64')`

const rowsOf = (district: string, { ledger }: SealedColumn) =>
  ledger === undefined
    ? sql`t.district = ${district}`
    : sql`t.district = ${district} and t.ledger = ${ledger}`

/** How many values of a column each key has sealed. */
export const countByKey = async (
  { db, district }: Pick<House, 'db' | 'district'>,
  column: SealedColumn,
): Promise<Map<number, number>> => {
  const { rows } = await sql<{ number: number; count: number }>`
    select get_byte(${storedOf(column)}, 0) as number, count(*) as count
    from ${sql.table(column.table)} t
    where ${rowsOf(district, column)} and octet_length(${storedOf(column)}) > 0 group by 1`.execute(db)
  return new Map(rows.map(({ number, count }) => [number, Number(count)]))
}

interface Stored {
  value: Buffer
  [name: string]: unknown
}

/** The next values that another key than the current one has sealed, each row's after the row told. */
const readBatch = async (
  { db, district, cipher }: House,
  column: SealedColumn,
  after: readonly string[] | undefined,
): Promise<Stored[]> => {
  const names = sql.join(column.names.map((name) => sql`t.${sql.ref(name)}`))
  const { rows } = await sql<Stored>`
    select ${sql.join(column.names.map((name) => sql`t.${sql.ref(name)}::text as ${sql.ref(`name_${name}`)}`))},
      ${storedOf(column)} as value
    from ${sql.table(column.table)} t
    where ${rowsOf(district, column)} and octet_length(${storedOf(column)}) > 0
      and get_byte(${storedOf(column)}, 0) <> ${cipher.current()}
      ${after === undefined ? sql`` : sql`and (${names}) >= (${sql.join(after)})`}
    order by ${names} limit ${batchSize}`.execute(db)
  return rows
}

/** Writes values that were sealed anew, each only where the one that was read still stands. */
const writeBatch = async (
  { db, district }: House,
  column: SealedColumn,
  batch: readonly { names: readonly string[]; old: Buffer; fresh: Buffer }[],
): Promise<number> => {
  const first = sql.ref(column.names[0]!)
  const target = sql.ref(column.column)
  const value =
    column.key === undefined
      ? sql`v.fresh`
      : sql`jsonb_set(t.${target}, array[${column.key}], to_jsonb(translate(encode(v.fresh, 'base64'), chr(10), '')))`
  // A nonce is never drawn twice: the bytes that were read name the value among the versions of a record.
  const { numAffectedRows } = await sql`
    update ${sql.table(column.table)} t set ${target} = ${value}
    from unnest(${batch.map((each) => each.names[0]!)}::uuid[], ${batch.map((each) => each.old)}::bytea[],
      ${batch.map((each) => each.fresh)}::bytea[]) v(name, old, fresh)
    where ${rowsOf(district, column)} and t.${first} = v.name and ${storedOf(column)} = v.old`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/**
 * Seals every value of a column with the current key that an older one had sealed. Each batch stands by itself: broken
 * off, it goes on where it was; a value changed meanwhile stays as it was changed. Answers how many it sealed anew.
 */
export const resealColumn = async (
  house: House,
  column: SealedColumn,
  tell: (done: number) => void = () => undefined,
): Promise<number> => {
  let done = 0
  let after: string[] | undefined
  for (;;) {
    const rows = await readBatch(house, column, after)
    if (rows.length === 0) return done
    const batch = rows.map((row) => {
      const named = Object.fromEntries(column.names.map((name) => [name, String(row[`name_${name}`])]))
      const place = column.place(named)
      const fresh = house.cipher.encrypt(house.cipher.decrypt(row.value, place), place)
      return { names: Object.values(named), old: row.value, fresh }
    })
    const written = await writeBatch(house, column, batch)
    done += written
    tell(written)
    const last = batch.at(-1)!.names
    // None written and none further on: all that is left was changed under our hands.
    if (written === 0 && last.join() === after?.join()) return done
    after = last
  }
}
