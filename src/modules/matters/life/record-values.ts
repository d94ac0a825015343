import { todayIn } from '../../../core/time/index.ts'
import type { Facts } from './facts.ts'

/** What the record of a matter shows of its facts; the rest of the record is what was said at its receipt. */
export const recordValues = (facts: Facts, zone: string, now: Date): Record<string, unknown> => {
  const dayOf = (instant: string) => todayIn(zone, new Date(instant))
  const { outcome } = facts
  const over = facts.state === 'closed'
  return {
    category: facts.category,
    class: facts.class,
    state: facts.state,
    owner: facts.owner,
    pending: facts.pending,
    receivedOn: dayOf(facts.receivedAt),
    dueOn: dayOf(facts.finishBy),
    closedOn: over ? todayIn(zone, now) : null,
    overdue: facts.overdue && facts.state !== 'answered' && !over,
    respondedInTime: facts.respondedAt === null ? null : !facts.respondedLate,
    acceptedInTime: facts.respondedAt === null ? null : !facts.acceptedLate,
    finishedInTime: facts.answeredAt === null ? null : !facts.finishedLate,
    returns: facts.returns,
    reopened: facts.reopened,
    closing: outcome?.reason ?? null,
    solved: outcome?.solved ?? null,
    satisfaction: outcome?.satisfaction ?? null,
    notOurs: outcome?.notOurs ?? null,
  }
}
