import { randomBytes } from 'node:crypto'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { makeOpen311Key as contract } from '../contract-open311.ts'
import { insertKey } from '../storage/open311-keys.ts'

/** Lets a platform send requests from some areas. The secret is told once; only its keyed hash is kept. */
export const makeOpen311Key = defineAction(contract, async (repository, input, office) => {
  if (!input.areas.every((area) => office.areas.find(area)))
    throw new Problem('area.not_found', '没有这个区域，请重新选择。')
  if (!input.areas.every((area) => may(repository.actor, 'staff.manage', area)))
    throw new Problem('right.missing', '只能给您管理的区域发放密钥；别的区域请联系那里的管理员。')
  const areas = input.areas.filter(
    (area) => !input.areas.some((other) => other !== area && area.startsWith(other)),
  )
  const id = newId()
  const secret = `yj_${randomBytes(24).toString('base64url')}`
  await insertKey(repository, { ...input, id, areas: [...new Set(areas)], secret })
  return {
    answer: { id, secret: null },
    once: { secret },
    audit: {
      subject: id,
      area: areas[0],
      detail: { areas, listed: input.listed, perMinute: input.perMinute },
    },
  }
})
