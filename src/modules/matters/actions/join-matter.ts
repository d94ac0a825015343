import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { joinMatter as contract } from '../contract.ts'
import { openMatter, takeStep } from './define-step.ts'

/** Another person says the same: counted, not opened anew. */
export const joinMatter = defineAction(contract, async (repository, input, office) => {
  const context = await openMatter(repository, { id: input.id }, office.zone)
  if (context.facts.state === 'closed')
    throw new Problem('matter.wrong_state', '这件诉求已经办结，请另外受理一件。')
  const reports = Number(context.matter.row.reports ?? 1) + 1
  return await takeStep(context, { kind: 'join', detail: { text: input.text }, more: { reports } })
})
