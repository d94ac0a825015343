import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { answerPart as contract } from '../contract.ts'
import { openMatter, takeStep } from './define-step.ts'

/** A summoned body tells what it did; only then can the lead answer. */
export const answerPart = defineAction(contract, async (repository, input, office) => {
  const context = await openMatter(repository, input, office.zone)
  const part = context.facts.parts.find(({ id }) => id === input.part)
  if (!part || !context.bodies.includes(part.body))
    throw new Problem('right.missing', '这一项协办不归您的单位反馈。')
  if (part.state === 'done') throw new Problem('matter.wrong_state', '这一项协办已经反馈过了。')
  if (context.facts.state === 'closed')
    throw new Problem('matter.wrong_state', '这件诉求已经办结，不用再反馈。')
  return await takeStep(context, { kind: 'answerPart', detail: { part: input.part, text: input.text } })
})
