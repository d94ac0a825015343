import { sql } from 'kysely'
import { newId } from '../../../platform/server/new-id.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'

const placeOf = (id: string) => `correction_request.said:${id}`

/** What residents said, for who turns the keys. */
export const sealedCorrections: SealedColumn = {
  table: 'correction_request',
  column: 'said',
  names: ['id'],
  place: ({ id }) => placeOf(id!),
}

/** Stores what a resident wants corrected; answers its id. */
export const storeCorrection = async (
  { db, district, cipher, command }: Repository,
  { person, area, said }: { person: string; area: string; said: string },
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('correction_request')
    .values({ district, id, person, area, said: cipher.encrypt(said, placeOf(id)), command })
    .execute()
  return id
}

interface Stored {
  id: string
  person: string
  area: string
  said: Buffer
  asked_at: Date
  asked_on: string
  settled_on: string | null
  corrected: boolean | null
  answer: string
}

/** What a resident wants corrected, in their words. */
export interface Correction extends Omit<Stored, 'said'> {
  readonly said: string
}

const openWords = ({ cipher }: Repository, row: Stored): Correction => ({
  ...row,
  said: cipher.decrypt(row.said, placeOf(row.id)),
})

const columns = sql`e.id, e.person, e.area, e.said, e.asked_at, e.asked_at::date::text as asked_on,
  e.settled_at::date::text as settled_on, e.corrected, e.answer`

/** Open requests in the actor's writing scope, oldest first. */
export const listOpenCorrections = async (
  repository: Repository,
  area: string | undefined,
): Promise<Correction[]> => {
  const { rows } = await sql<Stored>`select ${columns} from correction_request e
    where e.district = ${repository.district} and e.settled_at is null
      and ${inScope(repository, 'registry.write', area)}
    order by e.asked_at limit 100`.execute(repository.db)
  return rows.map((row) => openWords(repository, row))
}

/** What one person has asked for, newest first. */
export const listCorrectionsOf = async (repository: Repository, person: string): Promise<Correction[]> => {
  const { rows } = await sql<Stored>`select ${columns} from correction_request e
    where e.district = ${repository.district} and e.person = ${person}
    order by e.asked_at desc limit 20`.execute(repository.db)
  return rows.map((row) => openWords(repository, row))
}

/** Settles an open request in the actor's writing scope; undefined where there is none. */
export const settleOpenCorrection = async (
  repository: Repository,
  id: string,
  { corrected, answer }: { corrected: boolean; answer: string },
): Promise<{ person: string; area: string } | undefined> => {
  const { rows } = await sql<{ person: string; area: string }>`
    update correction_request e set settled_at = now(), settled_by = ${repository.command},
      corrected = ${corrected}, answer = ${answer}
    where e.district = ${repository.district} and e.id = ${id} and e.settled_at is null
      and ${inScope(repository, 'registry.write')}
    returning e.person, e.area`.execute(repository.db)
  return rows[0]
}
