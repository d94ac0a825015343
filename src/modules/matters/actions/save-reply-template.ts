import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { saveReplyTemplate as contract } from '../contract-replies.ts'
import { placeholders, unknownPlaceholders } from '../replies/fill-reply.ts'
import { findTemplate, saveTemplate } from '../storage/reply-templates.ts'
import { refuseUnknownCategory } from './reclassify-matter.ts'

/** Throws for a template of an area that is not the actor's, as for none. */
export const getChangeable = async (repository: Repository, id: string) => {
  const found = await findTemplate(repository, id)
  if (!found || !may(repository.actor, 'matter.dispatch', found.area))
    throw new Problem('record.not_found', '没有找到这个模板，或者它不归您维护。')
  return found
}

/** Words to answer with, or to ask on the phone, for a category in an area; placeholders are those of a matter. */
export const saveReplyTemplate = defineAction(contract, async (repository, input, office) => {
  const { id = newId(), area, category, text } = input
  if (!office.areas.find(area) || !may(repository.actor, 'matter.dispatch', area))
    throw new Problem('right.missing', '您的岗位不能维护这个区域的答复模板，请换一个区域。')
  if (category !== '') refuseUnknownCategory(category)
  const [unknown] = unknownPlaceholders(text)
  if (unknown !== undefined)
    throw new Problem('field.invalid', `没有“{${unknown}}”这一项。可以用：{${placeholders.join('}、{')}}。`, {
      places: [{ field: 'text', message: `没有“{${unknown}}”这一项` }],
    })
  if (input.id) await getChangeable(repository, input.id)
  await saveTemplate(repository, { ...input, id })
  return { answer: { id }, audit: { subject: id, area, detail: { template: input.title } } }
})
