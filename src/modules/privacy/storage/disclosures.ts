import { sql } from 'kysely'
import { getField } from '../../../core/definition/index.ts'
import { provenResident } from '../../../platform/server/permission/resident-actor.ts'
import { findRow } from '../../../platform/server/repository/find.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { lookupHash } from '../../../platform/server/repository/row.ts'
import { person } from '../../registry/index.ts'

/** Wrong digits after which a code is void: of ten thousand endings, nobody tries many. */
const mostFailures = 10

/** As it was written down from paper: small letters, blanks and hyphens do not matter. */
const plainCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

const hashOf = ({ cipher }: Repository, code: string): Buffer =>
  cipher.lookup(plainCode(code).slice(0, 20), 'disclosure')

/** What a resident shows: the code, and the last four characters of the ID number. */
export interface Proof {
  readonly code: string
  readonly tail: string
}

/** A code that opens, and whose it is. */
export interface Opened {
  readonly id: string
  readonly person: string
  readonly area: string
}

/** Stores a new code; whatever the person had before is void. */
export const storeDisclosure = async (
  repository: Repository,
  disclosure: {
    id: string
    person: string
    area: string
    code: string
    verified: string
    wish: string
    expiresOn: string
  },
): Promise<void> => {
  const { db, district, command } = repository
  const { code, expiresOn, ...rest } = disclosure
  await sql`update disclosure set voided_at = now()
    where district = ${district} and person = ${rest.person} and voided_at is null`.execute(db)
  await db
    .insertInto('disclosure')
    .values({ district, ...rest, code_hash: hashOf(repository, code), expires_on: expiresOn, command })
    .execute()
}

/** Makes a code void; undefined where there is none that could be. */
export const voidDisclosureOf = async (
  { db, district }: Repository,
  id: string,
  allowed: (area: string) => boolean,
): Promise<Opened | undefined> => {
  const { rows } = await sql<Opened>`select id, person, area from disclosure
    where district = ${district} and id = ${id} and voided_at is null for update`.execute(db)
  const found = rows[0]
  if (!found || !allowed(found.area)) return undefined
  await sql`update disclosure set voided_at = now() where district = ${district} and id = ${id}`.execute(db)
  return found
}

/** A person by id for those who have proved to be that person, the last version where they have left. */
export const findProven = (repository: Repository, id: string) =>
  findRow({ ...repository, actor: provenResident(repository.district) }, person, id)

/**
 * Whose code it is, if it is valid and the digits are right; undefined otherwise, and what was wrong cannot be told.
 * Wrong digits are counted.
 */
export const openDisclosure = async (repository: Repository, proof: Proof): Promise<Opened | undefined> => {
  const { db, district, today, cipher } = repository
  const { rows } = await sql<Opened>`select id, person, area from disclosure
    where district = ${district} and code_hash = ${hashOf(repository, proof.code)} and voided_at is null
      and expires_on >= ${today} and failures < ${mostFailures}`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  const row = (await findProven(repository, found.person))?.row
  const tail = plainCode(proof.tail)
  const expected = row?.id_number_tail_hash as Buffer | null | undefined
  const given = lookupHash(cipher, person, getField(person, 'idNumber'), tail, 'tail')
  if (tail.length === 4 && expected?.equals(given)) return found
  await sql`update disclosure set failures = failures + 1
    where district = ${district} and id = ${found.id}`.execute(db)
  return undefined
}

/** Notes that the resident has looked. */
export const noteOpened = async ({ db, district }: Repository, id: string): Promise<void> => {
  await sql`update disclosure set opened = opened + 1, opened_at = now()
    where district = ${district} and id = ${id}`.execute(db)
}

interface Listed {
  id: string
  issued_at: Date
  by: string | null
  verified: string
  wish: string
  expires_on: string
  opened: number
  state: 'valid' | 'expired' | 'void' | 'locked'
}

/** The codes that a person was given, newest first. */
export const listDisclosuresOf = async (
  { db, district, today }: Repository,
  person: string,
): Promise<Listed[]> => {
  const { rows } = await sql<Listed>`
    select d.id, d.issued_at, s.name as by, d.verified, d.wish, d.expires_on::text, d.opened,
      case when d.voided_at is not null then 'void' when d.failures >= ${mostFailures} then 'locked'
        when d.expires_on < ${today} then 'expired' else 'valid' end as state
    from disclosure d
      left join command c on c.district = d.district and c.id = d.command
      left join staff s on s.district = c.district and s.id = c.actor
    where d.district = ${district} and d.person = ${person} order by d.issued_at desc limit 20`.execute(db)
  return rows
}
