import { satisfaction as satisfactions } from '../codes.ts'
import type { Body } from '../life/facts.ts'
import { transitions } from '../life/states.ts'
import type { SetClock, Step, StepKind } from '../life/step.ts'

const titles: Record<StepKind, string> = {
  ...(Object.fromEntries(Object.entries(transitions).map(([kind, { title }]) => [kind, title])) as Record<
    keyof typeof transitions,
    string
  >),
  receive: '受理',
  answerPart: '协办反馈',
  join: '一并反映',
  add: '反映人补充',
  warn: '即将到期',
  expire: '超过期限',
  reckon: '放假安排公布，期限重算',
}

const clockTitles: Record<string, string> = {
  accept: '签收期限',
  finish: '办结期限',
  callback: '回访期限',
}

type Fact = { title: string; text: string }

/** Names of bodies, instants and categories as people read them. */
export interface Wording {
  body(body: Body): string
  instant(iso: string): string
  category(code: string): string
}

const until = (clock: SetClock | null, title: string, wording: Wording): Fact[] =>
  clock ? [{ title, text: wording.instant(clock.due) + (clock.assumed ? '（暂按周一至周五推算）' : '') }] : []

const factsOf = (step: Step, wording: Wording): Fact[] => {
  const to = (body: Body | null): Fact[] => (body ? [{ title: '交给', text: wording.body(body) }] : [])
  switch (step.kind) {
    case 'receive':
      return [...to(step.detail.owner), ...until(step.detail.finish, '办结期限', wording)]
    case 'dispatch':
    case 'decide':
    case 'escalate':
      return [...to(step.detail.to), ...until(step.detail.accept, '签收期限', wording)]
    case 'return':
      return step.detail.decider ? [{ title: '请裁定', text: wording.body(step.detail.decider) }] : []
    case 'reclassify':
      return [
        { title: '类别', text: wording.category(step.detail.category) },
        ...until(step.detail.finish, '办结期限', wording),
      ]
    case 'pause':
      return [{ title: '暂停到', text: wording.instant(step.detail.until) }]
    case 'extend':
      return [{ title: '延到', text: wording.instant(step.detail.due) }]
    case 'resume':
      return until(step.detail.finish, '办结期限', wording)
    case 'summon':
      return step.detail.parts.map(({ body, task }) => ({ title: wording.body(body), text: task }))
    case 'callback':
      return callbackFacts(step.detail, wording)
    case 'close':
      return step.detail.outcome.notOurs ? [{ title: '应由', text: step.detail.outcome.notOurs }] : []
    case 'reckon':
      return [
        ...until(step.detail.accept, '签收期限', wording),
        ...until(step.detail.finish, '办结期限', wording),
        ...until(step.detail.callback ?? null, '回访期限', wording),
      ]
    case 'warn':
    case 'expire':
      return [{ title: '时钟', text: clockTitles[step.detail.clock] ?? '协办期限' }]
    default:
      return []
  }
}

const callbackFacts = (detail: Extract<Step, { kind: 'callback' }>['detail'], wording: Wording): Fact[] => {
  if (!detail.reached) return [{ title: '联系', text: '没有联系上' }]
  const satisfaction = satisfactions.items.find(({ code }) => code === detail.satisfaction)
  return [
    { title: '是否解决', text: detail.solved ? '已解决' : '没有解决' },
    ...(satisfaction ? [{ title: '满意度', text: satisfaction.title }] : []),
    ...(detail.to ? [{ title: '上报', text: wording.body(detail.to) }] : []),
  ]
}

/** A step as the story tells it: its title, what was written, what it led to. */
export const wordStep = (step: Step, wording: Wording) => ({
  kind: step.kind,
  title: step.kind === 'receive' && step.detail.submitted ? '网上反映' : titles[step.kind],
  text: 'text' in step.detail ? step.detail.text : '',
  facts: factsOf(step, wording),
})

/** Every body that a step names. */
export const bodiesIn = (step: Step): Body[] => {
  const { detail } = step
  return [
    'to' in detail ? detail.to : null,
    'owner' in detail ? detail.owner : null,
    'decider' in detail ? detail.decider : null,
    ...(step.kind === 'summon' ? step.detail.parts.map(({ body }) => body) : []),
  ].filter((body): body is Body => body !== null)
}
