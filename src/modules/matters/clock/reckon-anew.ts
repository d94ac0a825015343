import type { Facts } from '../life/facts.ts'
import type { SetClock, Step, StepDetails } from '../life/step.ts'
import { callbackLimit, type dueAfter, type Limit, type Limits } from './limit.ts'

/** Everything by which clocks are reckoned: the terms, the calendar as it is known now, and the time. */
export interface Reckoning {
  readonly limits: Limits
  readonly due: typeof dueAfter
  readonly zone: string
  readonly now: Date
}

type ClockName = 'finish' | 'accept' | 'callback'

/** The clock as it was first set from that instant: what a resumption made of it later is left out. */
const setFirst = (steps: readonly Step[], name: ClockName, from: string): SetClock | undefined =>
  steps
    .filter(({ kind }) => kind !== 'resume' && kind !== 'reckon')
    .map(({ detail }) => (detail as Partial<Record<ClockName, SetClock | null>>)[name])
    .findLast((clock) => clock?.from === from) ?? undefined

const reckon = (
  steps: readonly Step[],
  { name, from, by, limit }: { name: ClockName; from: string | null; by: string | null; limit: Limit },
  { due, zone, now }: Reckoning,
): SetClock | null => {
  const set = from === null ? undefined : setFirst(steps, name, from)
  if (!set?.assumed || from === null || by === null) return null
  const known = due(new Date(from), limit, zone)
  if (known.assumed) return null
  // What was granted or stood still since then stays as long as it was.
  const moved = Date.parse(by) + known.at.getTime() - Date.parse(set.due)
  // What has run out stays so; nobody is late at once by a calendar that came afterwards.
  if (Date.parse(by) <= now.getTime() && moved <= now.getTime()) return null
  const least = now.getTime() + 3_600_000
  return {
    from,
    due: new Date(Math.max(moved, Math.min(least, Date.parse(by)))).toISOString(),
    assumed: false,
  }
}

/** The clocks of a matter that had assumed what is known by now; undefined where there is none. */
export const reckonAnew = (
  facts: Facts,
  steps: readonly Step[],
  reckoning: Reckoning,
): StepDetails['reckon'] | undefined => {
  // Set anew by a reckoning before: from then on nothing is assumed.
  const reckoned = (name: ClockName, from: string | null) =>
    steps.some((step) => step.kind === 'reckon' && step.detail[name]?.from === from)
  const clock = (name: ClockName, from: string | null, by: string | null, limit: Limit) =>
    reckoned(name, from) ? null : reckon(steps, { name, from, by, limit }, reckoning)
  const { limits } = reckoning
  const running = facts.state !== 'paused' && facts.state !== 'answered'
  const finish = running
    ? clock('finish', facts.finishFrom, facts.finishBy, limits[facts.class].finish)
    : null
  const accept = clock('accept', facts.acceptFrom, facts.acceptBy, limits[facts.class].accept)
  const callback =
    facts.state === 'answered' ? clock('callback', facts.answeredAt, facts.callbackBy, callbackLimit) : null
  return finish || accept || callback ? { finish, accept, callback } : undefined
}
