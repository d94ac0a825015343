import type { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import type { ActionContract } from '../../../platform/contract/route.ts'
import { type Action, defineAction } from '../../../platform/server/action/define-action.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Body, Facts } from '../life/facts.ts'
import { leads, refusal, type StepName, type Taker, transitions } from '../life/states.ts'
import type { Step, StepDetails, StepKind } from '../life/step.ts'
import { type Standing, takersOf } from '../life/takers.ts'
import { areaOfBody, findBodies } from '../storage/bodies.ts'
import { type Clocks, readClocks } from '../storage/limits.ts'
import { getMatter, type Matter } from '../storage/matter.ts'
import { attachPhotos } from '../storage/photos.ts'
import { writeStep } from '../storage/write-step.ts'

/** What a step has at hand when it decides what to write. */
export interface StepContext {
  readonly repository: Repository
  readonly matter: Matter
  readonly facts: Facts
  readonly bodies: readonly Body[]
  readonly takers: ReadonlySet<Taker>
  readonly now: Date
  readonly zone: string
  readonly clocks: Clocks
}

/** What is to be written: a step and, beside it, what else of the record changes. */
export interface Planned<Kind extends StepKind = StepKind> {
  readonly kind: Kind
  readonly detail: StepDetails[Kind]
  readonly more?: Record<string, unknown>
  /** Photos that go with it, and whether the resident sees them. */
  readonly photos?: { readonly ids: readonly string[]; readonly public: boolean }
}

type Taken = z.ZodObject<{ id: z.ZodUUID; seen: z.ZodNumber }>

const whose: Record<Taker, string> = {
  owner: '承办单位',
  pending: '待签收的单位',
  above: '上级派发人员',
  checker: '没有经办过这件诉求的回访人员',
  clock: '系统',
}

const refuseStranger = (step: StepName, takers: ReadonlySet<Taker>): void => {
  const by: readonly Taker[] = transitions[step].by
  if (by.some((taker) => takers.has(taker))) return
  const people = by.filter((taker) => taker !== 'clock').map((taker) => whose[taker])
  throw new Problem('right.missing', `“${transitions[step].title}”只能由${people.join('或')}来做。`)
}

/** The matter before a person, locked, with all that a step decides by. */
export const openMatter = async (
  repository: Repository,
  { id, seen }: { id: string; seen?: number },
  zone: string,
): Promise<StepContext> => {
  const bodies = await findBodies(repository)
  const matter = await getMatter(repository, id, {
    bodies,
    lock: true,
    ...(seen === undefined ? {} : { seen }),
  })
  const standing: Standing = {
    actor: repository.actor,
    bodies,
    ownerArea: await areaOfBody(repository, matter.facts.owner),
  }
  return {
    repository,
    matter,
    facts: matter.facts,
    bodies,
    takers: takersOf(standing, matter.facts),
    now: new Date(),
    zone,
    clocks: await readClocks(repository, zone),
  }
}

/** Writes a step that was decided and answers as every step does. */
export const takeStep = async (context: StepContext, planned: Planned) => {
  const { repository, matter, bodies, facts, now, zone } = context
  const body = [facts.owner, facts.pending].find((each) => each && bodies.includes(each)) ?? bodies[0] ?? ''
  const step = {
    kind: planned.kind,
    at: now.toISOString(),
    actor: repository.actor.id,
    detail: planned.detail,
  } as Step
  const { seq, facts: after } = await writeStep(repository, matter, step, {
    zone,
    now,
    body,
    ...(planned.more ? { more: planned.more } : {}),
  })
  return {
    answer: { id: matter.id, seen: seq, state: after.state },
    audit: {
      definition: 'matter',
      subject: matter.id,
      area: after.area,
      detail: { step: planned.kind, seq },
    },
  }
}

/** Throws `rule.unmet` where the table has no such step from this state, `right.missing` where it is not theirs. */
export const refuseStep = (step: StepName, { facts, takers }: StepContext): void => {
  if (!leads(step, facts.state)) throw new Problem('matter.wrong_state', refusal(step, facts.state))
  refuseStranger(step, takers)
}

/** An action that takes one step: found within one's sight, allowed in its state, by whom the table says. */
export const defineStep = <Input extends Taken>(
  contract: ActionContract<Input, z.ZodType>,
  step: StepName,
  plan: (context: StepContext, input: z.output<Input>) => Promise<Planned> | Planned,
): Action<Input, z.ZodType> =>
  defineAction(contract, async (repository, input, office) => {
    const context = await openMatter(repository, input, office.zone)
    refuseStep(step, context)
    const planned = await plan(context, input)
    const done = await takeStep(context, planned)
    if (planned.photos)
      await attachPhotos(repository, office.files, {
        matter: input.id,
        seq: done.answer.seen,
        photos: planned.photos.ids,
        public: planned.photos.public,
      })
    return done
  })
