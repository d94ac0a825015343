import { defineAction } from '../../../platform/server/action/define-action.ts'
import { removeReplyTemplate as contract } from '../contract-replies.ts'
import { removeTemplate } from '../storage/reply-templates.ts'
import { getChangeable } from './save-reply-template.ts'

/** Takes a template away; what was answered with it stays as it was. */
export const removeReplyTemplate = defineAction(contract, async (repository, { id }) => {
  const { area, title } = await getChangeable(repository, id)
  await removeTemplate(repository, id)
  return { answer: { id }, audit: { subject: id, area, detail: { template: title } } }
})
