import type { EventName } from '../../messages/index.ts'
import type { Body, Facts } from './facts.ts'
import type { Step } from './step.ts'

/** What a step is news of: which event, whom it concerns, what they should do, until when. */
export interface StepNews {
  readonly event: EventName
  /** Whose people are told; null where only programs hear of it. */
  readonly body: Body | null
  /** Those who may call back, without whom handled it. */
  readonly callers?: boolean
  readonly ask: string
  readonly due: string | null
}

const toPrograms = (event: EventName, ask: string): StepNews => ({ event, body: null, ask, due: null })

/** Whom a clock concerns: whoever has to accept, has to finish, has to call back, or owes a part. */
const clockNews = (facts: Facts, clock: string, event: EventName, verb: string): StepNews | undefined => {
  if (clock === 'accept')
    return { event, body: facts.pending ?? facts.owner, ask: `${verb}，请签收`, due: facts.acceptBy }
  if (clock === 'finish') return { event, body: facts.owner, ask: `${verb}，请办理`, due: facts.finishBy }
  if (clock === 'callback')
    return { event, body: facts.owner, callers: true, ask: `${verb}，请回访`, due: facts.callbackBy }
  const part = facts.parts.find(({ id }) => clock === `part:${id}`)
  return part && { event, body: part.body, ask: `${verb}，请反馈协办`, due: part.due }
}

/** What is to be told of a step, given the facts that it led to. */
export const newsOfStep = (after: Facts, step: Step): StepNews[] => {
  const assigned = (ask: string, body: Body | null): StepNews => ({
    event: 'matter.assigned',
    body,
    ask,
    due: after.acceptBy,
  })
  switch (step.kind) {
    case 'receive':
      return [
        toPrograms('matter.received', '收到'),
        ...(step.detail.submitted ? [assigned('请受理', after.owner)] : []),
      ]
    case 'dispatch':
    case 'decide':
      return [assigned('请签收', step.detail.to)]
    case 'escalate':
      return [
        { event: 'matter.escalated', body: step.detail.to, ask: '上报给你们，请签收', due: after.acceptBy },
      ]
    case 'return':
      return step.detail.decider
        ? [
            {
              event: 'matter.escalated',
              body: step.detail.decider,
              ask: '多次退回，请裁定',
              due: after.acceptBy,
            },
          ]
        : [assigned('对方退回，请再派', after.owner)]
    case 'summon':
      return step.detail.parts.map(({ body, due }) => ({
        event: 'matter.assigned',
        body,
        ask: '请协办',
        due,
      }))
    case 'accept':
      return [toPrograms('matter.accepted', '已签收')]
    case 'progress':
      return step.detail.public ? [toPrograms('matter.progress', '有了新的进展')] : []
    case 'answer':
      return [
        toPrograms('matter.answered', '已答复'),
        {
          event: 'matter.callback',
          body: after.owner,
          callers: true,
          ask: '已答复，请回访',
          due: after.callbackBy,
        },
      ]
    case 'callback':
      if (step.detail.outcome) return [toPrograms('matter.closed', '已办结')]
      if (!step.detail.reached) return []
      return [
        {
          event: 'matter.unsolved',
          body: step.detail.to ?? after.owner,
          ask: step.detail.to ? '多次没有解决，上报给你们，请签收' : '反映人说没有解决，请重新办理',
          due: step.detail.to ? after.acceptBy : after.finishBy,
        },
      ]
    case 'close':
    case 'merge':
    case 'withdraw':
      return [toPrograms('matter.closed', '已办结')]
    case 'reopen':
      return [toPrograms('matter.reopened', '重新办理')]
    case 'add':
      return [
        { event: 'matter.added', body: after.pending ?? after.owner, ask: '反映人有补充，请查看', due: null },
      ]
    case 'warn': {
      const news = clockNews(after, step.detail.clock, 'matter.warning', '快到期')
      return news ? [news] : []
    }
    case 'expire': {
      const news = clockNews(after, step.detail.clock, 'matter.overdue', '已超期')
      return news ? [news] : []
    }
    default:
      return []
  }
}
