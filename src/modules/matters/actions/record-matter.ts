import { Problem } from '../../../platform/contract/problem.ts'
import { roleHas } from '../../../platform/contract/right.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { classOf } from '../category/categories.ts'
import { recordMatter as contract } from '../contract.ts'
import type { Body } from '../life/facts.ts'
import { readClocks } from '../storage/limits.ts'
import { attachPhotos } from '../storage/photos.ts'
import { receive } from './receive.ts'
import { refuseUnknownCategory } from './reclassify-matter.ts'

/** 首问负责: the body in which the recorder works, nearest to where the matter lies. */
export const firstContact = (actor: Actor, area: string): Body | undefined => {
  const nearest = actor.posts
    .filter((post) => roleHas(post.role, 'matter.write') && area.startsWith(post.area))
    .sort((a, b) => b.area.length - a.area.length)[0]
  return nearest && `area:${nearest.area}`
}

/** Writes down what a resident says; whoever hears it first owns it until another has accepted it. */
export const recordMatter = defineAction(contract, async (repository, input, office) => {
  refuseUnknownCategory(input.category)
  const owner = office.areas.find(input.area) && firstContact(repository.actor, input.area)
  if (!owner) throw new Problem('right.missing', '您的岗位不能受理这个区域的诉求，请换一个区域。')
  const now = new Date()
  const clocks = await readClocks(repository, office.zone)
  const made = await receive(
    repository,
    { ...input, class: input.class ?? classOf(input.category), owner, submitted: false },
    { clocks, now, zone: office.zone },
  )
  const { id: matter } = made
  await attachPhotos(repository, office.files, { matter, seq: 1, photos: input.photos, public: false })
  return { answer: made, audit: { definition: 'matter', subject: made.id, area: input.area } }
})
