import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { revokeOpen311Key as contract } from '../contract-open311.ts'
import { listKeys, revokeKey } from '../storage/open311-keys.ts'

/** Takes a key out of force at once; what came through it stays. */
export const revokeOpen311Key = defineAction(contract, async (repository, { id }) => {
  const key = (await listKeys(repository)).find((each) => each.id === id)
  if (!key?.areas.every((area) => may(repository.actor, 'staff.manage', area)))
    throw new Problem('record.not_found', '没有找到这个密钥，或者它不归您管理。')
  await revokeKey(repository, id)
  return { answer: { id }, audit: { subject: id, area: key.areas[0] } }
})
