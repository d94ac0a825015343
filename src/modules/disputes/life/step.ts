import type { DisputeOutcome } from '../codes.ts'
import type { Item, Mediator, Party, Session } from './facts.ts'

/** What is written down of each kind of step. Days are `YYYY-MM-DD`. */
export interface StepDetails {
  open: {
    area: string
    headArea: string
    kind: string
    title: string
    content: string
    parties: Party[]
    matter: string | null
  }
  assign: { mediators: Mediator[] }
  session: Session
  agree: { on: string; dispute: string; items: Pick<Item, 'party' | 'text' | 'due'>[] }
  fulfil: { item: number; kept: boolean; text: string }
  revisit: { result: 'kept' | 'waiting' | 'again'; text: string }
  close: { outcome: Exclude<DisputeOutcome, 'kept'>; text: string }
  reopen: { text: string }
}

export type StepKind = keyof StepDetails

export type Step = {
  [Kind in StepKind]: {
    readonly kind: Kind
    /** The day on which it was taken, in the office's zone. */
    readonly day: string
    readonly detail: StepDetails[Kind]
  }
}[StepKind]
