import type { DisputeOutcome } from '../codes.ts'
import type { State } from './states.ts'

/** 当事人: `person` is the registry's id where they are registered; the name is kept as it was then. */
export interface Party {
  readonly person: string | null
  readonly name: string
  readonly phone: string
  readonly address: string
}

export interface Mediator {
  readonly staff: string
  readonly name: string
}

export interface Session {
  readonly on: string
  readonly place: string
  /** Names of those who came. */
  readonly present: readonly string[]
  readonly text: string
}

/** 协议事项: who does what until when. */
export interface Item {
  readonly party: string
  readonly text: string
  readonly due: string
  readonly state: 'open' | 'kept' | 'failed'
  readonly note: string
}

export interface Agreement {
  readonly on: string
  /** What happened, what was argued about, who bears what (人民调解法 第二十九条). */
  readonly dispute: string
  readonly items: readonly Item[]
}

export interface Revisit {
  readonly on: string
  /** `kept`: peace; `waiting`: not everything is done yet; `again`: they quarrel again. */
  readonly result: 'kept' | 'waiting' | 'again'
  readonly text: string
}

/** Everything that is true of a dispute now; what its steps, replayed in order, give. Days are `YYYY-MM-DD`. */
export interface Facts {
  readonly state: State
  readonly area: string
  readonly headArea: string
  readonly kind: string
  readonly title: string
  readonly content: string
  readonly parties: readonly Party[]
  readonly mediators: readonly Mediator[]
  readonly sessions: readonly Session[]
  readonly agreement: Agreement | null
  readonly revisits: readonly Revisit[]
  readonly revisitOn: string | null
  readonly openedOn: string
  /** Until when mediation should have come to something. */
  readonly mediateBy: string
  readonly closedOn: string | null
  readonly outcome: DisputeOutcome | null
  readonly outcomeText: string
  /** The matter that it began from. */
  readonly matter: string | null
}

/** The day by which something has to be done about it; null for a closed one. */
export const dueOf = (facts: Facts): string | null => {
  if (facts.state === 'closed') return null
  if (facts.state !== 'agreed') return facts.mediateBy
  const open = facts.agreement?.items.filter(({ state }) => state === 'open').map(({ due }) => due) ?? []
  return [...open, facts.revisitOn ?? facts.mediateBy].sort()[0]!
}
