import {
  type Body,
  classOf,
  defaultLimits,
  dueAfter,
  type SetClock,
  type Step,
} from '../../../modules/matters/index.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { pointIn } from './draw-areas.ts'
import type { GeneratedOffice } from './generate-office.ts'
import type { StaffPost } from './make-staff.ts'
import { matterTexts } from './matter-texts.ts'
import { estates } from './places.ts'
import { drawFrom, makeRandom, type Random } from './random.ts'

/** A step with who took it, for which body; null for the house itself. */
export interface TakenStep {
  readonly step: Step
  readonly by: { readonly name: string; readonly body: string } | null
}

/** A made-up matter: what was said, and what happened until the day before today. */
export interface MadeMatter {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly said: Readonly<Record<string, unknown>>
  readonly steps: readonly TakenStep[]
}

const zone = 'Asia/Shanghai'
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const midnight = (date: string): number => Date.parse(`${date}T00:00:00+08:00`)

/** Residents to one matter in two years: about one in thirty a year. */
const perMatter = 15
const drawText = drawFrom(matterTexts.map((text) => [text, text[1]] as const))
const drawChannel = drawFrom([
  ['phone', 30],
  ['visit', 25],
  ['window', 20],
  ['hotline', 15],
  ['inspection', 8],
  ['letter', 2],
] as const)
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

interface Handler {
  readonly id: string
  readonly name: string
  readonly body: Body
}

/** Who held a post in just that area on a day. */
const makeHandlers = (staff: readonly StaffPost[]) => {
  const byArea = Map.groupBy(staff, ({ area }) => area)
  return (role: string, area: string, on: string): Handler | undefined => {
    const held = byArea
      .get(area)
      ?.find((post) => post.role === role && post.from <= on && (!post.to || post.to > on))
    return held && { id: held.id, name: held.name, body: `area:${area}` }
  }
}

const clockFrom = (at: number, limit: Parameters<typeof dueAfter>[1]): SetClock => {
  const due = dueAfter(new Date(at), limit, zone)
  return { from: new Date(at).toISOString(), due: due.at.toISOString(), assumed: due.assumed }
}

/** The next moment within working hours. */
const atWork = (instant: number): number => {
  const wall = new Date(instant + 8 * hour)
  const hours = wall.getUTCHours()
  if (hours >= 8 && hours < 18) return instant
  return instant + ((hours < 8 ? 8 : 32) - hours) * hour - wall.getUTCMinutes() * minute
}

/** What happens to one matter, in order; what would lie after the deadline has not happened yet. */
const live = (
  random: Random,
  received: number,
  said: { area: string; category: string; done: string },
  people: { first: Handler; clerk: Handler; head: Handler },
): TakenStep[] => {
  const of = classOf(said.category)
  const limits = defaultLimits[of]
  const finish = clockFrom(received, limits.finish)
  const steps: TakenStep[] = []
  let at = received
  const take = (by: Handler | null, kind: Step['kind'], detail: unknown) =>
    steps.push({
      step: { kind, at: new Date(at).toISOString(), actor: by?.id ?? null, detail } as Step,
      by: by && { name: by.name, body: by.body },
    })
  const wait = (least: number, most: number) => {
    at = atWork(at + random.between(Math.round(least / minute), Math.round(most / minute)) * minute)
  }
  const { first, clerk, head } = people
  let owner = first
  take(first, 'receive', {
    area: said.area,
    category: said.category,
    class: of,
    owner: first.body,
    submitted: false,
    accept: null,
    finish,
  })
  if (first.body !== clerk.body && random.chance(0.6)) {
    wait(10 * minute, 3 * hour)
    take(first, 'dispatch', {
      to: clerk.body,
      text: '请社区协调办理。',
      accept: clockFrom(at, limits.accept),
    })
    wait(10 * minute, random.chance(0.95) ? 3 * hour : 2 * day)
    take(clerk, 'accept', { body: clerk.body })
    owner = clerk
  }
  const answer = (late: boolean) => {
    const left = Date.parse(finish.due) - at
    const share = late ? 1.1 + random.next() * 0.5 : 0.15 + random.next() * 0.6
    if (random.chance(0.5)) {
      wait(hour, Math.max(2 * hour, left * 0.1))
      take(owner, 'progress', { text: '已到现场查看，正在联系有关单位。', public: true })
    }
    const whole = Date.parse(finish.due) - Date.parse(finish.from)
    const target = Math.max(
      at + 30 * minute,
      Date.parse(finish.from) + Math.round((whole * share) / minute) * minute,
    )
    if (target > Date.parse(finish.due) && !steps.some(({ step }) => step.kind === 'expire')) {
      at = Date.parse(finish.due) + 1000
      take(null, 'expire', { clock: 'finish' })
    }
    at = late ? target : Math.min(atWork(target), Math.max(target, Date.parse(finish.due) - hour))
    take(owner, 'answer', { text: said.done, callback: clockFrom(at, { workingDays: 3 }) })
  }
  const asking = owner.id === head.id ? clerk : head
  const call = (solved: boolean) => {
    wait(4 * hour, 2 * day)
    const satisfaction = random.chance(0.82) ? 'satisfied' : random.chance(0.7) ? 'fair' : 'unsatisfied'
    take(asking, 'callback', {
      reached: true,
      solved,
      satisfaction: solved ? satisfaction : 'unsatisfied',
      text: solved ? '' : '过了两天又不行了。',
      outcome: solved ? { reason: 'solved', solved: true, satisfaction, notOurs: null, into: null } : null,
      to: null,
      accept: null,
      finish: solved ? null : clockFrom(at, limits.finish),
    })
  }
  answer(random.chance(0.06))
  if (random.chance(0.9)) call(true)
  else {
    call(false)
    wait(hour, 2 * day)
    take(owner, 'answer', { text: `${said.done}这次做了复查。`, callback: clockFrom(at, { workingDays: 3 }) })
    call(true)
  }
  return steps
}

/** Two years of matters for the office; the same arguments give the same ones. */
export const makeMatters = (
  { plan, span, rings }: GeneratedOffice,
  seed: number,
  staff: readonly StaffPost[],
): MadeMatter[] => {
  const random = makeRandom(seed, 9)
  const marking = makeRandom(seed, 10)
  const handlers = makeHandlers(staff)
  const deadline = midnight(span.today)
  const from = midnight(span.start)
  const grids = plan.subdistricts.flatMap(({ communities }) =>
    communities.flatMap((community) => community.grids.map((grid) => ({ grid, community }))),
  )
  const residents = grids.reduce((sum, { grid }) => sum + grid.residents, 0)
  const count = Math.max(8, Math.round(residents / perMatter))
  const moments = Array.from({ length: count }, () =>
    atWork(from + random.between(0, (deadline - from) / minute) * minute),
  )
    .filter((moment) => moment < deadline)
    .sort((a, b) => a - b)
  return moments.flatMap((received, index): MadeMatter[] => {
    const on = new Date(received + 8 * hour).toISOString().slice(0, 10)
    const { grid, community } = random.pick(grids)
    const clerk = handlers('clerk', community.path, on)
    const head = handlers('head', community.path, on)
    const worker = random.chance(0.6) ? handlers('gridWorker', grid.path, on) : undefined
    if (!clerk || !head) return []
    const [category, , texts, done] = drawText(random)
    const place = `${random.pick(estates)}${random.between(1, 18)}号楼${random.between(1, 5)}单元`
    const text = random.pick(texts)
    const content = `${text.replace('@', place)}。`
    const steps = live(
      random,
      received,
      { area: grid.path, category, done },
      { first: worker ?? clerk, clerk, head },
    )
    const named = random.chance(0.7)
    const ring = text.includes('@') && marking.chance(0.8) ? rings.get(grid.path) : undefined
    const [longitude, latitude] = ring ? pointIn(marking, ring) : [null, null]
    return [
      {
        id: newId(received, random.bytes(10)),
        number: `${on.replaceAll('-', '')}${String(index + 1).padStart(6, '0')}`,
        code: Array.from(random.bytes(8), (byte) => alphabet[byte % alphabet.length]).join(''),
        said: {
          title: content.slice(0, -1).slice(0, 30),
          content,
          channel: drawChannel(random),
          place: text.includes('@') ? place : null,
          longitude,
          latitude,
          reporterPhone: named ? `154${String(random.between(0, 99_999_999)).padStart(8, '0')}` : null,
          anonymous: !named,
          reports: random.chance(0.1) ? random.between(2, 9) : 1,
        },
        steps: steps.filter(({ step }) => Date.parse(step.at) < deadline),
      },
    ]
  })
}
