import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { settleCorrection as contract } from '../contract.ts'
import { settleOpenCorrection } from '../storage/corrections.ts'

/** The community has looked into it: corrected, or why not. The resident reads the answer. */
export const settleCorrection = defineAction(contract, async (repository, { id, corrected, answer }) => {
  const settled = await settleOpenCorrection(repository, id, { corrected, answer })
  if (!settled) throw new Problem('record.not_found', '没有找到这条更正申请，或者它已经答复。')
  return {
    answer: { id },
    audit: {
      definition: 'person',
      subject: settled.person,
      area: settled.area,
      detail: { corrected },
    },
  }
})
