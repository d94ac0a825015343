import type { Row } from '../../../../platform/server/repository/columns.ts'
import {
  findEndedByHash,
  findPeopleByHash,
  findPeopleByName,
  idNumberHash,
  type Sought,
} from '../../storage/find-people.ts'
import type { CheckContext } from './check-context.ts'
import type { ReadRow } from './read-row.ts'

/** Whom a row was found to be about. */
export interface FoundSubject {
  /** Registered now. */
  readonly current?: Row | undefined
  /** Was registered once; it begins anew under the same id. */
  readonly ended?: Row | undefined
  /** Several bear the name and the date; 0 where nobody does. Only for rows without an ID number. */
  readonly namesakes?: number
}

const soughtBy = ({ person }: ReadRow): Sought => ({
  name: String(person.name ?? ''),
  birthDate: person.birthDate as string | undefined,
  mobile: person.mobile as string | undefined,
})

/** Looks up the people of many rows at once, in four queries at most. */
export const findSubjects = async (
  { repository, lock }: CheckContext,
  rows: readonly ReadRow[],
): Promise<Map<ReadRow, FoundSubject>> => {
  const found = new Map<ReadRow, FoundSubject>()
  const identified = rows.filter(({ person }) => person.idNumber !== undefined)
  const hashes = new Map(
    identified.map((row) => [row, idNumberHash(repository, String(row.person.idNumber))]),
  )
  const hex = (bytes: unknown) => (bytes as Buffer).toString('hex')
  const byHash = (people: readonly Row[]) => new Map(people.map((row) => [hex(row.id_number_hash), row]))

  const current = byHash(await findPeopleByHash(repository, [...hashes.values()], lock))
  const absent = identified.filter((row) => !current.has(hex(hashes.get(row))))
  const ended = byHash(
    await findEndedByHash(
      repository,
      absent.map((row) => hashes.get(row)!),
    ),
  )
  for (const row of identified) {
    const key = hex(hashes.get(row))
    found.set(row, { current: current.get(key), ended: ended.get(key) })
  }

  // Somebody registered without an ID number, of whom the file now brings one, is not registered twice.
  const strangers = absent.filter((row) => !ended.has(hex(hashes.get(row))))
  const unnumbered = await findPeopleByName(
    repository,
    strangers.map((row) => ({ name: soughtBy(row).name, birthDate: row.id?.birthDate })),
    { lock, withoutIdNumber: true },
  )
  strangers.forEach((row, index) => {
    if (unnumbered[index]!.length === 1) found.set(row, { current: unnumbered[index]![0] })
  })

  const named = rows.filter(({ person }) => person.idNumber === undefined)
  const people = await findPeopleByName(repository, named.map(soughtBy), { lock })
  named.forEach((row, index) => {
    const same = people[index]!
    found.set(row, same.length === 1 ? { current: same[0] } : { namesakes: same.length })
  })
  return found
}
