import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { readMessages as contract } from '../contract.ts'
import { areMine, markRead } from '../storage/messages.ts'

export const readMessages = defineAction(contract, async (repository, { ids }) => {
  if (ids && !(await areMine(repository, ids)))
    throw new Problem('record.not_found', '没有找到这条消息，或者它不是发给您的。')
  const read = await markRead(repository, ids)
  return { answer: { read }, audit: { detail: { read } } }
})
