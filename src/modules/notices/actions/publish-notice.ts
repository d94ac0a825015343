import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refusePersonal } from '../../../platform/server/http/refuse-personal.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { publishNotice as contract } from '../contract.ts'
import { insertNotice } from '../storage/notices.ts'

const refuse = (field: string, message: string): never => {
  throw new Problem('field.invalid', `${message}。`, { places: [{ field, message }] })
}

/** Tells everybody from one day to another; a posting says how one objects. */
export const publishNotice = defineAction(contract, async (repository, input, office) => {
  const { area, kind, from, to, title, body, objection } = input
  if (!office.areas.find(area) || !may(repository.actor, 'public.write', area))
    throw new Problem('right.missing', '您的岗位不能在这个区域发布，请换一个区域。')
  if (to < from) refuse('to', '结束日期早于开始日期，请改日期')
  if (to < repository.today) refuse('to', '结束日期已经过去，请改日期')
  if (kind === 'posting' && objection.length < 2) refuse('objection', '公示要写明向谁、怎么提异议')
  refusePersonal('title', title)
  refusePersonal('body', body)
  const id = newId()
  await insertNotice(repository, { ...input, id })
  return { answer: { id }, audit: { subject: id, area, detail: { kind, from, to } } }
})
