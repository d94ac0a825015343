import type { z } from 'zod'
import { Problem } from '../../../platform/contract/problem.ts'
import type { ActionContract } from '../../../platform/contract/route.ts'
import { type Action, defineAction } from '../../../platform/server/action/define-action.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { Facts } from '../life/facts.ts'
import { leads, refusal, type StepName, type Taker, transitions } from '../life/states.ts'
import type { Step, StepDetails } from '../life/step.ts'
import { getOwnDispute, writeStep } from '../storage/dispute.ts'

type Taken = z.ZodObject<{ id: z.ZodUUID; seen: z.ZodNumber }>

const whose: Record<Taker, string> = { head: '指派调解员的书记', mediator: '调解员' }

/** Throws `field.invalid` for a day that has not come: what is written down has happened. */
export const refuseFutureDay = ({ today }: Repository, on: string): void => {
  if (on > today)
    throw new Problem('field.invalid', '日期不能晚于今天，请改日期。', {
      places: [{ field: 'on', message: '日期不能晚于今天' }],
    })
}

/** An action that takes one step: found among one's own, allowed in its state, by whom the table says. */
export const defineStep = <Input extends Taken, Name extends StepName>(
  contract: ActionContract<Input, z.ZodType>,
  name: Name,
  plan: (
    facts: Facts,
    input: z.output<Input>,
    repository: Repository,
  ) => StepDetails[Name] | Promise<StepDetails[Name]>,
): Action<Input, z.ZodType> =>
  defineAction(contract, async (repository, input) => {
    const dispute = await getOwnDispute(repository, input.id, { seen: input.seen, lock: true })
    const { facts, isHead, isMediator } = dispute
    if (!leads(name, facts.state)) throw new Problem('dispute.wrong_state', refusal(name, facts.state))
    const by: readonly Taker[] = transitions[name].by
    if (!by.some((taker) => (taker === 'head' ? isHead : isMediator)))
      throw new Problem(
        'right.missing',
        `“${transitions[name].title}”只能由${by.map((taker) => whose[taker]).join('或')}来做。`,
      )
    const detail = await plan(facts, input, repository)
    const step = { kind: name, day: repository.today, detail } as unknown as Step
    const { seq, facts: after } = await writeStep(repository, dispute, step)
    return {
      answer: { id: dispute.id, seen: seq, state: after.state },
      audit: { definition: 'dispute', subject: dispute.id, area: facts.area, detail: { step: name, seq } },
    }
  })
