import { defineAction } from '../../../platform/server/action/define-action.ts'
import { closeFormRequest as contract } from '../contract.ts'
import { listFills } from '../storage/fill-row.ts'
import { getRequest, updateRequest } from '../storage/request-row.ts'

/** Lays a request aside, or takes it up again. */
export const closeFormRequest = defineAction(contract, async (repository, { id, version, open }) => {
  const request = await getRequest(repository, id, { lock: version })
  const isFilled = (await listFills(repository, id)).some(({ state }) => state === 'done')
  const state = open ? (isFilled ? 'filled' : 'open') : 'closed'
  await updateRequest(repository, request, { state })
  return {
    answer: { request: id },
    audit: { definition: 'formRequest', subject: id, area: request.area, detail: { state } },
  }
})
