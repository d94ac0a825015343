import { sql } from 'kysely'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'
import type { QuietHours } from '../quiet-hours.ts'

/** The mail server of the office, and what links in mails begin with. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Encrypted from the start, after a greeting, or not at all. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly from: string
  readonly address: string
}

const defaultQuiet: QuietHours = { from: '21:00', to: '07:30' }

const read = async <Value>({ db, district }: Repository, key: string) => {
  const { rows } = await sql<{ value: Value; secret: Buffer | null }>`
    select value, secret from message_setting where district = ${district} and key = ${key}`.execute(db)
  return rows[0]
}

const write = async ({ db, district }: Repository, key: string, value: object, secret: Buffer | null) => {
  await sql`insert into message_setting (district, key, value, secret)
    values (${district}, ${key}, ${JSON.stringify(value)}::jsonb, ${secret})
    on conflict (district, key) do update set value = excluded.value, secret = excluded.secret`.execute(db)
}

export const readQuiet = async (repository: Repository): Promise<QuietHours> =>
  (await read<QuietHours>(repository, 'quiet'))?.value ?? defaultQuiet

export const saveQuiet = (repository: Repository, quiet: QuietHours): Promise<void> =>
  write(repository, 'quiet', quiet, null)

const passwordPlace = 'message_setting:mail:password'

/** The mail server's password. */
export const sealedPassword: SealedColumn = {
  table: 'message_setting',
  column: 'secret',
  names: ['id'],
  place: () => passwordPlace,
}

export const readMailServer = async (
  repository: Repository,
): Promise<(MailServer & { password: string }) | undefined> => {
  const found = await read<MailServer>(repository, 'mail')
  if (!found || found.value.host === '') return undefined
  const password = found.secret ? repository.cipher.decrypt(found.secret, passwordPlace) : ''
  return { ...found.value, password }
}

/** Keeps the server; the password that was there stays where none is given. */
export const saveMailServer = async (
  repository: Repository,
  { password, ...server }: MailServer & { password: string | null },
): Promise<void> => {
  const sealed =
    password === null
      ? ((await read(repository, 'mail'))?.secret ?? null)
      : password === ''
        ? null
        : repository.cipher.encrypt(password, passwordPlace)
  await write(repository, 'mail', server, sealed)
}
