import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { withdrawNotice as contract } from '../contract.ts'
import { withdraw } from '../storage/notices.ts'

/** Takes back what is out; it is kept, and with it why. */
export const withdrawNotice = defineAction(contract, async (repository, { id, reason }) => {
  const area = await withdraw(repository, id, reason)
  if (area === undefined) throw new Problem('record.not_found', '没有找到这一条，或者它已经撤下、不归您管。')
  return { answer: { id }, audit: { subject: id, area } }
})
