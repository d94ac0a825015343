import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { giveCode as contract } from '../contract-public.ts'
import { openMatter } from './define-step.ts'

/**
 * The code for a note to the resident. Before the answer it is for the owner to hand out; once answered only for who
 * calls back: with it the answer is rated, and nobody rates their own.
 */
export const giveCode = defineAction(contract, async (repository, { id }, office) => {
  const { matter, facts, takers } = await openMatter(repository, { id }, office.zone)
  if (facts.state === 'closed')
    throw new Problem('matter.wrong_state', '这件诉求已经办结，不用再回访，没有回访单可打。')
  const answered = facts.state === 'answered'
  if (!takers.has('checker') && (answered || !takers.has('owner')))
    throw new Problem(
      'right.missing',
      answered
        ? '回访单只能由没有经办过这件诉求的回访人员打印。'
        : '只有承办单位和回访人员可以打印这件诉求的回访单。',
    )
  return {
    answer: { code: matter.code, number: String(matter.row.number) },
    audit: { definition: 'matter', subject: id, area: facts.area, detail: { field: 'code' } },
  }
})
