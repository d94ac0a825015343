import { sql } from 'kysely'
import type { Repository } from './repository.ts'

/** A record that a command touched: the version that stood before it and the one that stands after, null for none. */
export interface Touched {
  readonly definition: string
  readonly record: string
  readonly before: number | null
  readonly after: number | null
}

/** Writes down what the running command touched, so that it can be undone as a whole. */
export const recordTouched = async (repository: Repository, touched: readonly Touched[]): Promise<void> => {
  if (touched.length === 0) return
  await repository.db
    .insertInto('command_record')
    .values(
      touched.map(({ definition, record, before, after }) => ({
        district: repository.district,
        command: repository.command,
        definition,
        record,
        before_version: before,
        after_version: after,
      })),
    )
    .execute()
}

/** What a command touched, in one order for all, so that two who undo do not wait for each other. */
export const listTouched = async (repository: Repository, command: string): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    select definition, record, before_version as before, after_version as after from command_record
    where district = ${repository.district} and command = ${command} order by record`.execute(repository.db)
  return rows
}

/** The command, not undone, that made or ended this version together with others. */
export const findCommandOf = async (
  repository: Repository,
  record: string,
  version: number,
): Promise<string | undefined> => {
  const { rows } = await sql<{ command: string }>`
    select r.command from command_record r
      join command c on c.district = r.district and c.id = r.command and c.undone_by is null
    where r.district = ${repository.district} and r.record = ${record}
      and coalesce(r.after_version, r.before_version) = ${version}
    order by c.at desc limit 1`.execute(repository.db)
  return rows[0]?.command
}
