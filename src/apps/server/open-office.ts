import { createHmac } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { withOwnLedgers } from '../../modules/ledgers/server.ts'
import { openKeyRing } from '../../platform/server/cipher/key-ring.ts'
import type { Connection } from '../../platform/server/database/connect.ts'
import { openFileStore } from '../../platform/server/files/file-store.ts'
import { openAccounts } from '../../platform/server/identity/accounts.ts'
import { openJobQueue } from '../../platform/server/jobs/job-queue.ts'
import type { Office } from '../../platform/server/office.ts'
import { loadAreaTree } from '../../platform/server/permission/area-tree.ts'
import { catalogue } from '../catalogue.ts'
import { filesFolder, type OpenDatabase } from './open-database.ts'
import type { Settings } from './settings.ts'

export interface OfficeRow {
  district: string
  name: string
  zone: string
  demo: boolean
}

/** The office that the database holds; undefined before it was set up. */
export const findOffice = async ({ connection }: OpenDatabase): Promise<OfficeRow | undefined> =>
  (await connection.db
    .selectFrom('office')
    .select(['district', 'name', 'zone', 'demo'])
    .limit(1)
    .executeTakeFirst()) as OfficeRow | undefined

/**
 * Sessions are signed with a key of their own, drawn from one outside the database that does not rotate: whoever copies
 * the database has no session, and nobody is signed out by a new key.
 */
const sessionSecret = async (settings: Settings): Promise<string> =>
  createHmac('sha256', 'youju session')
    .update((await openKeyRing(settings.keyFile)).lookup)
    .digest('base64')

export const openAccountsFor = async (settings: Settings, database: OpenDatabase) =>
  openAccounts({
    databaseUrl: database.ownerUrl,
    secret: await sessionSecret(settings),
    trustedOrigins: [...settings.origins],
    secureCookies: settings.secure,
    singleSignOn: settings.singleSignOn,
  })

/** What the office's data consists of: its ledgers, its areas, its files. */
export const openRecords = async (settings: Settings, { db }: Connection, district: string) => ({
  catalogue: await withOwnLedgers(db, district, catalogue),
  areas: await loadAreaTree(db, district),
  files: openFileStore(filesFolder(settings)),
})

/** Opens everything a running house has. */
export const openOffice = async (
  settings: Settings,
  database: OpenDatabase,
  office: OfficeRow,
  log: Logger = pino({ level: process.env.LOG_LEVEL ?? 'warn' }),
): Promise<Office & { close(): Promise<void> }> => {
  const { connection, cipher, ownerUrl } = database
  const accounts = await openAccountsFor(settings, database)
  const jobs = await openJobQueue(ownerUrl, connection.db, office.district)
  return {
    ...office,
    connection,
    ...(await openRecords(settings, connection, office.district)),
    cipher,
    accounts,
    jobs,
    log,
    privateHosts: settings.privateHosts,
    async close() {
      await jobs.stop()
      await accounts.close()
    },
  }
}
