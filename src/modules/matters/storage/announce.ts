import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { News } from '../../messages/index.ts'
import { tell } from '../../messages/server.ts'
import { matterCategory } from '../category/categories.ts'
import type { Body, Facts } from '../life/facts.ts'
import { newsOfStep } from '../life/news-of-step.ts'
import type { Step } from '../life/step.ts'
import { nameBodies } from './bodies.ts'
import { staffOfBodies } from './staff-of-bodies.ts'

/** Classes for which nobody is left to sleep. */
const urgent: ReadonlySet<string> = new Set(['danger', 'utility'])

const categoryTitle = (code: string): string =>
  matterCategory.items.find((item) => item.code === code)?.title ?? code

/** Day and time without the year: `12月2日 18:00`. */
const wordDue = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))

interface Announced {
  readonly id: string
  readonly number: string
  readonly seq: number
  readonly facts: Facts
  readonly step: Step
}

/**
 * Tells of a step, in its transaction. Texts name the matter by number, category and area: what a resident said, and
 * who they are, is read in the matter by those who may.
 */
export const announce = async (
  repository: Repository,
  { id, number, seq, facts, step }: Announced,
  { now, zone }: { now: Date; zone: string },
): Promise<void> => {
  const found = newsOfStep(facts, step)
  if (found.length === 0) return
  const concerned = (callers: boolean): Body[] =>
    found.flatMap(({ body, callers: calling = false }) => (body && calling === callers ? [body] : []))
  const handling = await staffOfBodies(repository, concerned(false), 'matter.write')
  const calling = await staffOfBodies(repository, concerned(true), 'matter.callback')
  const names = await nameBodies(repository, [facts.owner, ...(facts.pending ? [facts.pending] : [])])
  const category = categoryTitle(facts.category)
  const areaName = repository.areas.nameOf(facts.area)
  const data = {
    number,
    category: facts.category,
    category_title: category,
    class: facts.class,
    area: facts.area,
    area_name: areaName,
    state: facts.state,
    body: names.get(facts.owner) ?? '',
    pending_body: (facts.pending && names.get(facts.pending)) ?? null,
    received_at: facts.receivedAt,
    finish_by: facts.finishBy,
    overdue: facts.overdue,
    closing: facts.outcome?.reason ?? null,
    solved: facts.outcome?.solved ?? null,
    step: seq,
  }
  const news = found.map(({ event, body, callers, ask, due }, index): News => {
    const told = body ? ((callers ? calling : handling).get(body) ?? []) : []
    return {
      event,
      key: `${id}:${seq}:${event}${index === 0 ? '' : `:${index}`}`,
      area: facts.area,
      urgent: urgent.has(facts.class),
      text: `${ask}：${category}类诉求 ${number}（${areaName}）${due ? `，${wordDue(due, zone)}前` : ''}`,
      link: `/matters/${id}`,
      staff: told.filter((staff) => staff !== step.actor && !(callers && facts.handlers.includes(staff))),
      data,
    }
  })
  await tell(repository, news, { now, zone })
}
