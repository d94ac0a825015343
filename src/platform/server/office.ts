import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { todayIn } from '../../core/time/index.ts'
import type { Cipher } from './cipher/cipher.ts'
import type { Connection } from './database/connect.ts'
import type { FileStore } from './files/file-store.ts'
import type { Accounts } from './identity/accounts.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { Actor } from './permission/actor.ts'
import type { AreaTree } from './permission/area-tree.ts'
import type { Catalogue, Repository } from './repository/repository.ts'

/** Everything a running house has; made once by `apps/`, handed to routes and jobs. */
export interface Office {
  readonly district: string
  readonly name: string
  readonly zone: string
  readonly demo: boolean
  readonly connection: Connection
  readonly catalogue: Catalogue
  readonly cipher: Cipher
  readonly areas: AreaTree
  readonly accounts: Accounts
  readonly files: FileStore
  readonly jobs: JobQueue
  readonly log: Logger
  /** Hosts in the office's own network that may be written to, beside the public internet. */
  readonly privateHosts: readonly string[]
}

/** Today in the office's zone, `YYYY-MM-DD`. */
export const todayAt = (office: Pick<Office, 'zone'>): string => todayIn(office.zone, new Date())

/** Opens the one way to the data for somebody, outside a transaction for reads or inside one for a command. */
export const repositoryFor = (
  office: Pick<Office, 'district' | 'zone' | 'connection' | 'catalogue' | 'cipher' | 'areas'>,
  actor: Actor,
  // biome-ignore lint/suspicious/noExplicitAny: a transaction of the same untyped database
  within: { db?: Kysely<any>; command?: string; rehearsal?: boolean } = {},
): Repository => ({
  db: within.db ?? office.connection.db,
  actor,
  district: office.district,
  catalogue: office.catalogue,
  cipher: office.cipher,
  areas: office.areas,
  today: todayAt(office),
  command: within.command,
  rehearsal: within.rehearsal ?? false,
})
