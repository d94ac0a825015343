import type { ClosingReason, MatterClass } from '../codes.ts'
import type { State } from './states.ts'

/**
 * Who answers for a matter (承办单位): `area:<path>` is everybody with a post in just that area, `unit:<id>` a
 * section or department with members of its own.
 */
export type Body = `area:${string}` | `unit:${string}`

/** A department's share of a matter that several were summoned to (吹哨). */
export interface Part {
  readonly id: string
  readonly body: Body
  readonly task: string
  /** ISO instant. */
  readonly due: string
  readonly state: 'open' | 'done'
  readonly answer: string
}

/** What the owner asked of the level above, not decided yet. */
export type Request =
  | { readonly kind: 'pause'; readonly by: string; readonly reason: string; readonly until: string }
  | { readonly kind: 'extension'; readonly by: string; readonly reason: string; readonly due: string }

export interface Outcome {
  readonly reason: ClosingReason
  /** The resident says so, or the closing reason; null where nobody could ask. */
  readonly solved: boolean | null
  readonly satisfaction: string | null
  /** Whose it is, where it is not ours. */
  readonly notOurs: string | null
  /** The matter it was merged into. */
  readonly into: string | null
}

/** Everything that is true of a matter now; what its steps, replayed in order, give. Instants are ISO texts. */
export interface Facts {
  readonly state: State
  readonly area: string
  readonly category: string
  readonly class: MatterClass
  /** Exactly one while the matter is open: it answers for it until another has accepted. */
  readonly owner: Body
  /** Who was handed it and has not accepted yet. */
  readonly pending: Body | null
  /** Decided above: it cannot be returned once more. */
  readonly binding: boolean
  readonly returns: number
  readonly reopened: number
  /** Attempts to reach the resident that failed, since the last answer. */
  readonly unreached: number
  readonly request: Request | null
  readonly parts: readonly Part[]
  /** Staff who handled it; none of them calls back. */
  readonly handlers: readonly string[]
  readonly receivedAt: string
  readonly acceptFrom: string | null
  readonly acceptBy: string | null
  readonly finishFrom: string
  readonly finishBy: string
  /** The way to `finishBy` leads through a year whose holidays are not published. */
  readonly assumed: boolean
  /** The time to finish has run out, and nothing has set it anew. */
  readonly overdue: boolean
  readonly pausedAt: string | null
  readonly pausedUntil: string | null
  readonly respondedAt: string | null
  /** The first response came after the time to accept had run out. */
  readonly respondedLate: boolean
  readonly answeredAt: string | null
  readonly callbackBy: string | null
  readonly acceptedLate: boolean
  readonly finishedLate: boolean
  readonly outcome: Outcome | null
}
