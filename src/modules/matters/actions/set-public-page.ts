import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { may } from '../../../platform/server/permission/actor.ts'
import { setPublicPage as contract } from '../contract-public.ts'
import { savePublicPage } from '../storage/public-page.ts'

/** Opens or closes the public pages, for the whole office: who manages its staff decides. */
export const setPublicPage = defineAction(contract, async (repository, { open }) => {
  if (!may(repository.actor, 'staff.manage', repository.district))
    throw new Problem('right.missing', '网上反映由全区统一开通或关闭，请联系系统管理员。')
  await savePublicPage(repository, open)
  return { answer: { open }, audit: { area: repository.district, detail: { open } } }
})
