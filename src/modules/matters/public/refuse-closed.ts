import { Problem } from '../../../platform/contract/problem.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { isPublicPageOpen } from '../storage/public-page.ts'

/** Throws `route.not_found` where the office has not opened its public pages. */
export const refuseClosed = async (office: Office): Promise<void> => {
  if (await isPublicPageOpen(repositoryFor(office, residentActor(office.district)), office)) return
  throw new Problem('route.not_found', '这里还没有开通网上反映。请打电话给社区，或者到社区窗口说。')
}
