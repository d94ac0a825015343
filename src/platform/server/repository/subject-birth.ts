import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '../../../core/definition/index.ts'
import type { Repository } from './repository.ts'

/** The field of a subject that its entries carry too, so that a long ledger is sorted without a look at every subject. */
const carried = 'birthDate'

/** Where entries of a ledger carry a field of their subject; undefined for every other field and ledger. */
export const carriedColumn = (definition: Definition, path: string): string | undefined =>
  definition.kind === 'ledger' &&
  definition.of?.fields[carried] &&
  path === `${definition.of.name}.${carried}`
    ? 'subject_birth'
    : undefined

/** The date of birth for an entry about to be stored, of the subject as it stands or last stood. */
export const subjectBirth = (
  repository: Repository,
  definition: Definition,
  subject: unknown,
): { subject_birth?: RawBuilder<unknown> } => {
  if (definition.kind !== 'ledger') return {}
  if (!definition.of?.fields[carried]) return { subject_birth: sql`'infinity'` }
  const { table } = definition.of
  const born = (from: string) =>
    sql`(select birth_date from ${sql.table(from)} where district = ${repository.district}
      and id = ${subject}::uuid order by version desc limit 1)`
  return { subject_birth: sql`coalesce(${born(table)}, ${born(`${table}_past`)}, 'infinity')` }
}

/** Gives the entries of subjects whose date of birth was corrected the new one. */
export const followBirths = async (
  repository: Repository,
  definition: Definition,
  subjects: readonly string[],
): Promise<void> => {
  if (definition.kind !== 'record' || !definition.fields[carried] || subjects.length === 0) return
  await sql`update ledger_entry e set subject_birth = s.birth_date from ${sql.table(definition.table)} s
    where s.district = ${repository.district} and s.id = any(${subjects}::uuid[])
      and e.district = s.district and e.subject = s.id and e.subject_birth <> s.birth_date`.execute(
    repository.db,
  )
}
