import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { defineService as contract } from '../contract.ts'
import { getOwnService, saveService } from '../storage/services.ts'

/** Writes what is done at a window or on somebody's behalf; one that has ended is no longer offered. */
export const defineService = defineAction(contract, async (repository, input, office) => {
  const { id = newId(), area } = input
  if (!office.areas.find(area) || !may(repository.actor, 'public.write', area))
    throw new Problem('right.missing', '您的岗位不能维护这个区域的事项，请换一个区域。')
  if (input.id) await getOwnService(repository, input.id)
  await saveService(repository, { ...input, id })
  return { answer: { id }, audit: { subject: id, area, detail: { service: input.title } } }
})
