import { titleOf } from '../../../core/code/index.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { disputeKind, disputeOutcome } from '../codes.ts'
import type { DisputeLine, DisputeStory } from '../contract.ts'
import { dueOf } from '../life/facts.ts'
import { leads, type StepName, type Taker, transitions } from '../life/states.ts'
import type { Step } from '../life/step.ts'
import { type Dispute, getOwnDispute, listOwnDisputes, listSteps } from '../storage/dispute.ts'
import { listPossibleMediators } from '../storage/heads.ts'

const lineOf = ({ areas, today }: Repository, { id, number, facts, isMediator }: Dispute): DisputeLine => {
  const dueOn = dueOf(facts)
  return {
    id,
    number,
    title: facts.title,
    kind: titleOf(disputeKind, facts.kind),
    state: facts.state,
    areaName: areas.nameOf(facts.area),
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    mediators: facts.mediators.map(({ name }) => name),
    as: isMediator ? 'mediator' : 'head',
  }
}

const results = { kept: '已履行，没有再起纠纷', waiting: '还在履行', again: '又起纠纷，重新调解' }

const wordStep = (step: Step, items: readonly { text: string }[]): { title: string; text: string } => {
  switch (step.kind) {
    case 'open':
      return { title: '登记', text: step.detail.parties.map(({ name }) => name).join('、') }
    case 'assign':
      return { title: '指派调解员', text: step.detail.mediators.map(({ name }) => name).join('、') }
    case 'session': {
      const { on, place, present, text } = step.detail
      return { title: '调解', text: `${on}，${place}，到场：${present.join('、')}。\n${text}` }
    }
    case 'agree':
      return {
        title: '达成协议',
        text: step.detail.items.map(({ party, text }) => `${party}：${text}`).join('\n'),
      }
    case 'fulfil':
      return {
        title: step.detail.kept ? '已履行' : '没有履行',
        text: [items[step.detail.item]?.text, step.detail.text].filter(Boolean).join('\n'),
      }
    case 'revisit':
      return { title: `回访：${results[step.detail.result]}`, text: step.detail.text }
    case 'close':
      return { title: `结案：${titleOf(disputeOutcome, step.detail.outcome)}`, text: step.detail.text }
    case 'reopen':
      return { title: '重新调解', text: step.detail.text }
  }
}

const stepsOf = ({ facts, isHead, isMediator }: Dispute): StepName[] =>
  (Object.keys(transitions) as StepName[]).filter(
    (step) =>
      leads(step, facts.state) &&
      (transitions[step].by as readonly Taker[]).some((taker) => (taker === 'head' ? isHead : isMediator)),
  )

/** The disputes in which the reader takes part. */
export const readOwnDisputes = async (repository: Repository, closed: boolean): Promise<DisputeLine[]> =>
  (await listOwnDisputes(repository, closed)).map((dispute) => lineOf(repository, dispute))

/** One of them with its whole story. Throws `record.not_found` for those who take no part. */
export const readDispute = async (repository: Repository, id: string): Promise<DisputeStory> => {
  const dispute = await getOwnDispute(repository, id)
  const { facts } = dispute
  const steps = await listSteps(repository, dispute)
  const agreed = steps.flatMap(({ step }) => (step.kind === 'agree' ? [step.detail.items] : [])).at(-1) ?? []
  return {
    line: lineOf(repository, dispute),
    seen: dispute.seq,
    content: facts.content,
    openedOn: facts.openedOn,
    mediateBy: facts.mediateBy,
    head: repository.areas.nameOf(facts.headArea),
    parties: [...facts.parties],
    mediators: [...facts.mediators],
    agreement: facts.agreement && { ...facts.agreement, items: [...facts.agreement.items] },
    revisitOn: facts.revisitOn,
    outcome: facts.outcome && { code: facts.outcome, text: facts.outcomeText },
    matter: facts.matter,
    steps: steps.map(({ seq, at, by, step }) => ({
      seq,
      at: at.toISOString(),
      by,
      ...wordStep(step, agreed),
    })),
    can: stepsOf(dispute),
    staff: dispute.isHead ? await listPossibleMediators(repository, facts.area) : [],
  }
}
