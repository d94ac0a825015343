import type { MatterClass } from '../codes.ts'
import type { Body, Outcome, Part } from './facts.ts'

/** A clock that was set: from when, until when, and whether holidays had to be assumed. Instants are ISO texts. */
export interface SetClock {
  readonly from: string
  readonly due: string
  readonly assumed: boolean
}

/** What is written down of each kind of step; `text` is what a person wrote. */
export interface StepDetails {
  receive: {
    area: string
    category: string
    class: MatterClass
    owner: Body
    /** Handed over at once, or said publicly and not accepted yet. */
    submitted: boolean
    accept: SetClock | null
    finish: SetClock
  }
  accept: { body: Body }
  dispatch: { to: Body; text: string; accept: SetClock }
  return: { text: string; decider: Body | null; accept: SetClock | null }
  decide: { to: Body; text: string; accept: SetClock }
  escalate: { to: Body; text: string; accept: SetClock }
  progress: { text: string; public: boolean }
  reclassify: { category: string; class: MatterClass; text: string; finish: SetClock | null }
  pause: { text: string; until: string }
  grantPause: { text: string }
  resume: { text: string; finish: SetClock }
  extend: { text: string; due: string }
  grantExtension: { text: string }
  refuseRequest: { text: string }
  summon: { parts: Omit<Part, 'state' | 'answer'>[]; text: string }
  answerPart: { part: string; text: string }
  split: { into: string[]; text: string }
  merge: { into: string; text: string }
  answer: { text: string; callback: SetClock }
  callback: {
    reached: boolean
    solved: boolean | null
    satisfaction: string | null
    text: string
    outcome: Outcome | null
    /** Unsolved for the third time: the level above. */
    to: Body | null
    accept: SetClock | null
    finish: SetClock | null
  }
  close: { outcome: Outcome; text: string }
  withdraw: { text: string }
  reopen: { text: string; owner: Body; finish: SetClock }
  /** Others reported the same. */
  join: { text: string }
  /** The resident added something. */
  add: { text: string }
  warn: { clock: string }
  expire: { clock: string }
  /** The holidays of a year were published: clocks that had assumed them are set anew. */
  reckon: { finish: SetClock | null; accept: SetClock | null; callback?: SetClock | null }
}

export type StepKind = keyof StepDetails

export type Step = {
  [Kind in StepKind]: {
    readonly kind: Kind
    /** ISO instant. */
    readonly at: string
    /** Staff member; null for the resident and for the house itself. */
    readonly actor: string | null
    readonly detail: StepDetails[Kind]
  }
}[StepKind]
