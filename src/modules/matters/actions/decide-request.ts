import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { decideRequest as contract } from '../contract.ts'
import { openMatter, refuseStep, takeStep } from './define-step.ts'

const granting = { pause: 'grantPause', extension: 'grantExtension' } as const

/** The level above lets the clock stand still, gives days more, or refuses. */
export const decideRequest = defineAction(contract, async (repository, input, office) => {
  const context = await openMatter(repository, input, office.zone)
  const { request } = context.facts
  if (!request) throw new Problem('rule.unmet', '这件诉求没有待批复的申请。')
  const kind = input.granted ? granting[request.kind] : 'refuseRequest'
  refuseStep(kind, context)
  return await takeStep(context, { kind, detail: { text: input.text } })
})
