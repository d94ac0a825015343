import { titleOf } from '../../../core/code/index.ts'
import { addMonths, formatDateChinese } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { matterCategory } from '../category/categories.ts'
import { endOfDay } from '../clock/limit.ts'
import { openLasting as contract } from '../contract-hot-spots.ts'
import { findSpotMatters, holdSpot, nameOfSpot, type SpotKey, saveDecision } from '../storage/hot-spots.ts'
import { readClocks } from '../storage/limits.ts'
import { linkMatters } from '../storage/links.ts'
import { receive } from './receive.ts'
import { firstContact } from './record-matter.ts'

/** In months: what is dealt with for good still has an end. */
const longest = 12

/** The matters of a spot that somebody decides of, held until the transaction ends. Throws where it may not be. */
export const holdHotSpot = async (repository: Repository, key: SpotKey, matters: readonly string[]) => {
  if (!may(repository.actor, 'matter.dispatch', key.area))
    throw new Problem('right.missing', '您的岗位不能决定这个区域的重复问题。')
  if (await holdSpot(repository, key))
    throw new Problem('rule.unmet', '这里的同类问题已经在长期治理，请刷新页面查看。')
  const found = await findSpotMatters(repository, key, matters)
  if (found.length !== new Set(matters).size)
    throw new Problem('record.stale', '其中有的诉求刚改了类别或地点，请刷新页面再决定。')
  return { found, place: nameOfSpot(key.spot, found.find(({ place }) => place)?.place) }
}

/** One task for what keeps coming: a matter with owner and due date, to which those it follows from are linked. */
export const openLasting = defineAction(contract, async (repository, input, office) => {
  const { found, place } = await holdHotSpot(repository, input, input.matters)
  const { area, category, title, text, dueOn } = input
  if (dueOn <= repository.today || dueOn > addMonths(repository.today, longest))
    throw new Problem('field.invalid', '治理期限要在今天以后、一年以内。', {
      places: [{ field: 'dueOn', message: '要在今天以后、一年以内' }],
    })
  const owner = firstContact(repository.actor, area)
  if (!owner) throw new Problem('right.missing', '您的岗位不能受理这个区域的诉求。')
  const now = new Date()
  const since = formatDateChinese(found.at(-1)!.received_on)
  const counted = `依据：${since}以来，${titleOf(matterCategory, category)}类诉求 ${found.length} 件：${found.map(({ number }) => number).join('、')}。`
  const at = found.find(({ longitude }) => longitude !== null)
  const made = await receive(
    repository,
    {
      area,
      title,
      content: `${text}\n\n${counted}`,
      category,
      class: 'complex',
      channel: 'lasting',
      place,
      longitude: at?.longitude,
      latitude: at?.latitude,
      owner,
      submitted: false,
      dueAt: endOfDay(dueOn, office.zone),
    },
    { clocks: await readClocks(repository, office.zone), now, zone: office.zone },
  )
  for (const { id } of found) await linkMatters(repository, id, made.id, 'lasting')
  await saveDecision(repository, {
    ...input,
    place,
    count: found.length,
    matter: made.id,
    reason: text,
    at: now,
  })
  return {
    answer: { id: made.id, number: made.number },
    audit: {
      definition: 'matter',
      subject: made.id,
      area,
      detail: { category, matters: found.length },
    },
  }
})
