import type { Facts, Outcome } from './facts.ts'
import type { SetClock, Step, StepDetails, StepKind } from './step.ts'

const none = { acceptFrom: null, acceptBy: null } as const

const accepting = (clock: SetClock | null): Pick<Facts, 'acceptFrom' | 'acceptBy'> =>
  clock ? { acceptFrom: clock.from, acceptBy: clock.due } : none

const finishing = (clock: SetClock): Pick<Facts, 'finishFrom' | 'finishBy' | 'assumed' | 'overdue'> => ({
  finishFrom: clock.from,
  finishBy: clock.due,
  assumed: clock.assumed,
  overdue: false,
})

const closed = (outcome: Outcome): Partial<Facts> => ({
  ...none,
  state: 'closed',
  pending: null,
  request: null,
  pausedAt: null,
  pausedUntil: null,
  outcome,
})

/** The first response counts; what follows changes nothing about it. */
const responding = (facts: Facts, at: string): Partial<Facts> =>
  facts.respondedAt === null
    ? { respondedAt: at, respondedLate: facts.acceptBy !== null && at > facts.acceptBy }
    : {}

/** Outcome of a matter that ended without anybody being asked. */
const unasked = (reason: Outcome['reason'], into: string | null = null): Outcome => ({
  reason,
  solved: null,
  satisfaction: null,
  notOurs: null,
  into,
})

type Change<Kind extends StepKind> = (
  facts: Facts,
  detail: StepDetails[Kind],
  step: { at: string; actor: string | null },
) => Partial<Facts>

const changes: { [Kind in Exclude<StepKind, 'receive'>]: Change<Kind> } = {
  accept: (facts, { body }, { at }) => ({
    ...none,
    state: 'handling',
    owner: body,
    pending: null,
    binding: false,
    ...responding(facts, at),
    acceptedLate: facts.acceptedLate || (facts.acceptBy !== null && at > facts.acceptBy),
  }),
  dispatch: (_, { to, accept }) => ({
    state: 'assigned',
    pending: to,
    request: null,
    ...accepting(accept),
  }),
  return: (facts, { decider, accept }) =>
    decider
      ? {
          state: 'deciding',
          owner: decider,
          pending: null,
          returns: facts.returns + 1,
          ...accepting(accept),
        }
      : { ...none, state: 'handling', pending: null, returns: facts.returns + 1 },
  decide: (_, { to, accept }) => ({ state: 'assigned', pending: to, binding: true, ...accepting(accept) }),
  escalate: (_, { to, accept }) => ({
    state: 'assigned',
    pending: to,
    request: null,
    ...accepting(accept),
  }),
  progress: (facts, _, { at }) => ({ ...responding(facts, at) }),
  reclassify: (_, { category, class: to, finish }) => ({
    category,
    class: to,
    ...(finish ? finishing(finish) : {}),
  }),
  pause: (_, { text, until }, { actor }) => ({
    request: { kind: 'pause', by: actor!, reason: text, until },
  }),
  grantPause: (facts, _, { at }) => ({
    state: 'paused',
    request: null,
    pausedAt: at,
    pausedUntil: facts.request?.kind === 'pause' ? facts.request.until : null,
  }),
  resume: (_, { finish }) => ({
    state: 'handling',
    pausedAt: null,
    pausedUntil: null,
    ...finishing(finish),
  }),
  extend: (_, { text, due }, { actor }) => ({
    request: { kind: 'extension', by: actor!, reason: text, due },
  }),
  grantExtension: (facts) => ({
    request: null,
    ...(facts.request?.kind === 'extension' ? { finishBy: facts.request.due, overdue: false } : {}),
  }),
  refuseRequest: () => ({ request: null }),
  summon: (facts, { parts }) => ({
    parts: [...facts.parts, ...parts.map((part) => ({ ...part, state: 'open' as const, answer: '' }))],
  }),
  answerPart: (facts, { part, text }) => ({
    parts: facts.parts.map((each) => (each.id === part ? { ...each, state: 'done', answer: text } : each)),
  }),
  split: () => ({}),
  merge: (_, { into }) => closed(unasked('merged', into)),
  answer: (facts, { callback }, { at }) => ({
    state: 'answered',
    request: null,
    unreached: 0,
    ...responding(facts, at),
    answeredAt: at,
    callbackBy: callback.due,
    finishedLate: facts.finishedLate || at > facts.finishBy,
  }),
  callback: (facts, { reached, outcome, to, accept, finish }) => {
    if (outcome) return closed(outcome)
    if (!reached) return { unreached: facts.unreached + 1 }
    const again = {
      reopened: facts.reopened + 1,
      answeredAt: null,
      callbackBy: null,
      ...(finish ? finishing(finish) : {}),
    }
    return to
      ? { ...again, state: 'assigned', pending: to, ...accepting(accept) }
      : { ...again, state: 'handling' }
  },
  close: (_, { outcome }) => closed(outcome),
  withdraw: () => closed(unasked('withdrawn')),
  reopen: (facts, { owner, finish }) => ({
    state: 'handling',
    owner,
    pending: null,
    reopened: facts.reopened + 1,
    answeredAt: null,
    callbackBy: null,
    outcome: null,
    ...finishing(finish),
  }),
  join: () => ({}),
  add: () => ({}),
  warn: () => ({}),
  expire: (_, { clock }) => (clock === 'finish' ? { overdue: true } : {}),
  reckon: (_, { finish, accept, callback }) => ({
    ...(finish ? finishing(finish) : {}),
    ...(accept ? accepting(accept) : {}),
    ...(callback ? { callbackBy: callback.due } : {}),
  }),
}

/** Steps by which somebody handled the matter, so that they cannot call back. */
const handles: ReadonlySet<StepKind> = new Set([
  'accept',
  'progress',
  'pause',
  'extend',
  'summon',
  'answerPart',
  'answer',
])

const begin = (step: Extract<Step, { kind: 'receive' }>): Facts => {
  const { area, category, class: of, owner, submitted, accept, finish } = step.detail
  return {
    state: submitted ? 'submitted' : 'handling',
    area,
    category,
    class: of,
    owner,
    pending: submitted ? owner : null,
    binding: false,
    returns: 0,
    reopened: 0,
    unreached: 0,
    request: null,
    parts: [],
    handlers: [],
    receivedAt: step.at,
    ...accepting(accept),
    ...finishing(finish),
    pausedAt: null,
    pausedUntil: null,
    respondedAt: submitted ? null : step.at,
    respondedLate: false,
    answeredAt: null,
    callbackBy: null,
    acceptedLate: false,
    finishedLate: false,
    outcome: null,
  }
}

/** The facts after one more step. The first must be `receive`; throws otherwise: a programming error. */
export const applyStep = (facts: Facts | undefined, step: Step): Facts => {
  if (step.kind === 'receive') return begin(step)
  if (!facts) throw new Error(`a matter begins with its receipt, not with ${step.kind}`)
  const change = changes[step.kind] as Change<StepKind>
  const next = { ...facts, ...change(facts, step.detail, step) }
  if (step.actor && handles.has(step.kind) && !next.handlers.includes(step.actor))
    return { ...next, handlers: [...next.handlers, step.actor] }
  return next
}

/** A matter's life replayed from its receipt. */
export const replay = (steps: readonly Step[]): Facts => {
  const facts = steps.reduce<Facts | undefined>(applyStep, undefined)
  if (!facts) throw new Error('a matter without steps')
  return facts
}
