import { defineAction } from '../../../platform/server/action/define-action.ts'
import { correctBurden } from '../burden/record-burden.ts'
import { editFormRequest as contract } from '../contract.ts'
import { getRequest, updateRequest } from '../storage/request-row.ts'

/** Corrects what a form is called, who asked, until when and what for. */
export const editFormRequest = defineAction(contract, async (repository, input) => {
  const request = await getRequest(repository, input.id, { lock: input.version })
  const { title, askedBy, deadline, purpose } = input
  await updateRequest(repository, request, { title, asked_by: askedBy, deadline, purpose })
  await correctBurden(repository, request, { title, askedBy, deadline })
  return {
    answer: { request: request.id },
    audit: { definition: 'formRequest', subject: request.id, area: request.area },
  }
})
