import { addDays } from '../../../core/time/index.ts'
import type { Facts } from './facts.ts'
import type { Step } from './step.ts'

/** 一般在一个月内调结 (人民调解工作若干规定 第三十三条). */
const mediationDays = 30
/** How long after the agreement, and after a visit that found it not kept yet, somebody asks again. */
const revisitDays = 30

const begin = ({ day, detail }: Extract<Step, { kind: 'open' }>): Facts => ({
  ...detail,
  state: 'opened',
  mediators: [],
  sessions: [],
  agreement: null,
  revisits: [],
  revisitOn: null,
  openedOn: day,
  mediateBy: addDays(day, mediationDays),
  closedOn: null,
  outcome: null,
  outcomeText: '',
})

const mediatingAnew = (day: string) =>
  ({
    state: 'mediating',
    mediateBy: addDays(day, mediationDays),
    revisitOn: null,
    closedOn: null,
    outcome: null,
    outcomeText: '',
  }) as const

const revisited = (facts: Facts, { day, detail }: Extract<Step, { kind: 'revisit' }>): Facts => {
  const next = { ...facts, revisits: [...facts.revisits, { on: day, ...detail }] }
  if (detail.result === 'again') return { ...next, ...mediatingAnew(day) }
  if (detail.result === 'waiting') return { ...next, revisitOn: addDays(day, revisitDays) }
  return { ...next, state: 'closed', closedOn: day, outcome: 'kept', outcomeText: detail.text }
}

/** What is true after a step; the first step opens the dispute. Throws where there is nothing to continue. */
export const applyStep = (facts: Facts | undefined, step: Step): Facts => {
  if (step.kind === 'open') return begin(step)
  if (!facts) throw new Error('a dispute begins by being opened')
  switch (step.kind) {
    case 'assign':
      return {
        ...facts,
        mediators: step.detail.mediators,
        state: facts.state === 'opened' ? 'mediating' : facts.state,
      }
    case 'session':
      return { ...facts, sessions: [...facts.sessions, step.detail] }
    case 'agree': {
      const { on, dispute, items } = step.detail
      const open = items.map((item) => ({ ...item, state: 'open', note: '' }) as const)
      return {
        ...facts,
        state: 'agreed',
        agreement: { on, dispute, items: open },
        revisitOn: addDays(on, revisitDays),
      }
    }
    case 'fulfil': {
      const { item, kept, text } = step.detail
      const items = facts.agreement!.items.map((each, index) =>
        index === item
          ? { ...each, state: kept ? ('kept' as const) : ('failed' as const), note: text }
          : each,
      )
      return { ...facts, agreement: { ...facts.agreement!, items } }
    }
    case 'revisit':
      return revisited(facts, step)
    case 'close':
      return {
        ...facts,
        state: 'closed',
        closedOn: step.day,
        outcome: step.detail.outcome,
        outcomeText: step.detail.text,
      }
    case 'reopen':
      return {
        ...facts,
        ...mediatingAnew(step.day),
        state: facts.mediators.length > 0 ? 'mediating' : 'opened',
      }
  }
}

/** A dispute's life replayed from its beginning. */
export const replay = (steps: readonly Step[]): Facts => {
  const facts = steps.reduce<Facts | undefined>(applyStep, undefined)
  if (!facts) throw new Error('a dispute without steps')
  return facts
}
