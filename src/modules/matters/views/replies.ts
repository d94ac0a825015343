import { titleOf } from '../../../core/code/index.ts'
import { formatDateChinese, todayIn } from '../../../core/time/index.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { matterCategory } from '../category/categories.ts'
import type { ReplyTemplate } from '../contract-replies.ts'
import { fillReply } from '../replies/fill-reply.ts'
import { findBodies, nameBodies } from '../storage/bodies.ts'
import { getMatter } from '../storage/matter.ts'
import { listFittingTemplates, listTemplates } from '../storage/reply-templates.ts'

/** All templates, and which of them the reader keeps. */
export const readTemplates = async (repository: Repository): Promise<ReplyTemplate[]> =>
  (await listTemplates(repository)).map((template) => ({
    ...template,
    areaName: repository.areas.nameOf(template.area),
    mayChange: may(repository.actor, 'matter.dispatch', template.area),
  }))

/** Templates for a matter that the reader may see, filled from it. Throws `record.not_found`. */
export const readReplies = async (repository: Repository, id: string, zone: string) => {
  const { facts, row } = await getMatter(repository, id, { bodies: await findBodies(repository) })
  const names = await nameBodies(repository, [facts.owner])
  const values = {
    编号: String(row.number),
    摘要: String(row.title),
    类别: titleOf(matterCategory, facts.category),
    地点: String(row.place ?? ''),
    社区: repository.areas.nameOf(facts.area.slice(0, 12)),
    承办单位: names.get(facts.owner) ?? '',
    受理日期: formatDateChinese(todayIn(zone, new Date(facts.receivedAt))),
  }
  return (await listFittingTemplates(repository, facts.area, facts.category)).map(
    ({ id: each, use, title, text }) => ({
      id: each,
      use,
      title,
      text: fillReply(text, values),
    }),
  )
}
