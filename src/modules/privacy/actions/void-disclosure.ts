import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { voidDisclosure as contract } from '../contract.ts'
import { voidDisclosureOf } from '../storage/disclosures.ts'

/** A note was lost, or handed out by mistake. */
export const voidDisclosure = defineAction(contract, async (repository, { id }) => {
  const mine = (area: string) => may(repository.actor, 'registry.write', area)
  const found = await voidDisclosureOf(repository, id, mine)
  if (!found) throw new Problem('record.not_found', '没有找到这张查询码，或者它已经作废。')
  return { answer: { id }, audit: { definition: 'person', subject: found.person, area: found.area } }
})
