import type { Touched } from '../../../platform/server/repository/command-records.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Values } from '../../../platform/server/repository/row.ts'
import type { EndCause } from '../../../platform/server/repository/write.ts'

/** What is known of somebody on one side of a change. */
export interface PersonFacts {
  readonly area: string
  readonly values: Values
  /** How many others live in the household. */
  readonly companions: number
}

/** Somebody before and after a change; without `before` they come, without `after` they go. */
export interface PersonChange {
  readonly id: string
  readonly name: string
  readonly before: PersonFacts | undefined
  readonly after: PersonFacts | undefined
  /** Why they go. */
  readonly end?: EndCause | undefined
  /** The record that stands for the same person from now on. */
  readonly mergedInto?: string | undefined
}

/** Everything that one change does to people. */
export interface Happening {
  readonly on: string
  readonly title: string
  readonly persons: readonly PersonChange[]
}

/**
 * What follows by rule. `done`: carried out with the change; `todo`: waits for a person; `told`: worth knowing.
 */
export interface Consequence {
  readonly kind: string
  readonly effect: 'done' | 'todo' | 'told'
  readonly title: string
  readonly area: string
  /** What it is about: where a click leads, and where a to-do belongs. */
  readonly definition: string
  readonly record: string
  /** Day by which a to-do is due. */
  readonly due?: string | undefined
  /** Carries out what is `done`, in the change's transaction; answers the records it touched. */
  readonly carryOut?: (repository: Repository) => Promise<readonly Touched[]>
}

/** Another module that follows what happens to people, such as the ledgers. */
export type ChangeFollower = (repository: Repository, happening: Happening) => Promise<readonly Consequence[]>
