import type { Facts } from '../life/facts.ts'
import { warnBefore } from './limit.ts'

export interface Clock {
  /** `accept`, `finish`, `resume`, `callback`, or `part:<id>`. */
  readonly name: string
  readonly from: Date
  readonly due: Date
}

/** The clocks that run for a matter in this state; none for a closed one. */
export const clocksOf = (facts: Facts): Clock[] => {
  if (facts.state === 'closed') return []
  const clock = (name: string, from: string | null, due: string | null): Clock[] =>
    from && due ? [{ name, from: new Date(from), due: new Date(due) }] : []
  const working = facts.state !== 'paused' && facts.state !== 'answered'
  return [
    ...clock('accept', facts.acceptFrom, facts.acceptBy),
    ...(working ? clock('finish', facts.finishFrom, facts.finishBy) : []),
    ...(facts.state === 'paused' ? clock('resume', facts.pausedAt, facts.pausedUntil) : []),
    ...(facts.state === 'answered' ? clock('callback', facts.answeredAt, facts.callbackBy) : []),
    ...facts.parts
      .filter((part) => part.state === 'open')
      .flatMap((part) => clock(`part:${part.id}`, facts.receivedAt, part.due)),
  ]
}

/** When the house looks at a clock next, and what it does then. */
export const nextLook = (clock: Clock, now: Date): { at: Date; stage: 'warn' | 'expire' } => {
  const warn = warnBefore(clock.from, clock.due)
  return clock.name !== 'resume' && warn > now
    ? { at: warn, stage: 'warn' }
    : { at: clock.due, stage: 'expire' }
}
