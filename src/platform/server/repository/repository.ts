import type {
  Definition,
  LedgerDefinition,
  MetricDefinition,
  RecordDefinition,
} from '../../../core/definition/index.ts'
import type { Cipher } from '../cipher/cipher.ts'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../permission/actor.ts'
import type { AreaNames } from '../permission/area-tree.ts'

/** All definitions that the house knows, brought together by `apps/`. */
export interface Catalogue {
  readonly records: ReadonlyMap<string, RecordDefinition>
  readonly ledgers: ReadonlyMap<string, LedgerDefinition>
  readonly metrics: ReadonlyMap<string, MetricDefinition>
}

/**
 * The one way to the data: bound to who asks, and to the transaction and command in which they ask. Permissions
 * become filters and masks inside it; the CLI and jobs get theirs too.
 */
export interface Repository {
  readonly db: Database
  readonly actor: Actor
  readonly district: string
  readonly catalogue: Catalogue
  readonly cipher: Cipher
  readonly areas: AreaNames
  /** Today in the office's zone. */
  readonly today: string
  /** The running command; reads have none. */
  readonly command: string | undefined
  /** Everything will be taken back: an action tells what is missing instead of refusing. */
  readonly rehearsal: boolean
}

export const findDefinition = (catalogue: Catalogue, name: string): Definition | undefined =>
  catalogue.ledgers.get(name) ?? catalogue.records.get(name)
