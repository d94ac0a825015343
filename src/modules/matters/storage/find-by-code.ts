import { sql } from 'kysely'
import { plainCode } from '../../../platform/server/http/public-code.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { valuesOf } from '../../../platform/server/repository/write.ts'
import { matter as definition } from '../definition.ts'
import { getMatter, type Matter } from './matter.ts'

/** What a resident shows that a matter is theirs. */
export interface Proof {
  readonly code: string
  /** Last four digits of the telephone that was left; not asked for where none was. */
  readonly tail: string
}

/** The matter that a code and tail open; undefined where either is wrong: the two are not told apart. */
export const findByCode = async (
  repository: Repository,
  { code, tail }: Proof,
  lock: { lock?: boolean; seen?: number } = {},
): Promise<Matter | undefined> => {
  const { rows } = await sql<{ matter: string }>`
    select matter from matter_flow where district = ${repository.district} and code = ${plainCode(code)}`.execute(
    repository.db,
  )
  if (!rows[0]) return undefined
  const found = await getMatter(repository, rows[0].matter, { bodies: 'all' })
  const phone = valuesOf(repository, definition, found.row).reporterPhone
  if (typeof phone === 'string' && phone.replace(/\D/g, '').slice(-4) !== tail.replace(/\D/g, ''))
    return undefined
  return lock.lock ? getMatter(repository, found.id, { bodies: 'all', ...lock }) : found
}
