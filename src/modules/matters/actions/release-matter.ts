import { todayIn } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { defineAction } from '../../../platform/server/action/define-action.ts'
import { refusePersonal } from '../../../platform/server/http/refuse-personal.ts'
import { releaseMatter as contract } from '../contract-release.ts'
import type { Facts } from '../life/facts.ts'
import type { Taker } from '../life/states.ts'
import { removeRelease, saveRelease } from '../storage/releases.ts'
import { openMatter } from './define-step.ts'

/** Whoever answered for a solved matter, or stands above, may tell everybody what was done. */
export const mayRelease = ({ state, outcome }: Facts, takers: ReadonlySet<Taker>): boolean =>
  state === 'closed' && outcome?.solved === true && (takers.has('owner') || takers.has('above'))

/** Tells everybody what was done: community, category, and the words that the handler released; nothing of who said it. */
export const releaseMatter = defineAction(contract, async (repository, { id, text }, office) => {
  const { facts, takers, now } = await openMatter(repository, { id }, office.zone)
  if (!mayRelease(facts, takers))
    throw new Problem('rule.unmet', '只有承办单位或上级可以公开，并且要等本人说解决了、已经办结。')
  refusePersonal('text', text)
  // The community, not the grid: a few houses would tell who it was.
  const area = facts.area.slice(0, 12)
  const { category } = facts
  if (text === '') await removeRelease(repository, id)
  else
    await saveRelease(repository, { matter: id, area, category, text, solvedOn: todayIn(office.zone, now) })
  return {
    answer: { released: text !== '' },
    audit: { definition: 'matter', subject: id, area: facts.area, detail: { released: text !== '' } },
  }
})
