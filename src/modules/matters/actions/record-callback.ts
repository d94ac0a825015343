import { Problem } from '../../../platform/contract/problem.ts'
import { recordCallback as contract } from '../contract.ts'
import type { Facts, Outcome } from '../life/facts.ts'
import type { StepDetails } from '../life/step.ts'
import { bodyAbove } from '../storage/bodies.ts'
import { defineStep, type StepContext } from './define-step.ts'

/** Unsolved so often, it goes up one level; unreachable so often, it is closed. */
const mostTimes = 3

const ended = (reason: Outcome['reason'], solved: boolean | null, satisfaction: string | null): Outcome => ({
  reason,
  solved,
  satisfaction,
  notOurs: null,
  into: null,
})

const nobody = { to: null, accept: null, finish: null } as const

const unreached = (facts: Facts, text: string): StepDetails['callback'] => ({
  ...nobody,
  reached: false,
  solved: null,
  satisfaction: null,
  text,
  outcome: facts.unreached + 1 >= mostTimes ? ended('unreachable', null, null) : null,
})

/** What a resident's word at the callback leads to. */
export const planCallback = async (
  { repository, facts, clocks, now }: Pick<StepContext, 'repository' | 'facts' | 'clocks' | 'now'>,
  said: { solved: boolean; explained: boolean; satisfaction: string | null; text: string },
): Promise<StepDetails['callback']> => {
  const { solved, satisfaction, text } = said
  const told = { reached: true, solved, satisfaction, text }
  if (solved) return { ...nobody, ...told, outcome: ended('solved', true, satisfaction) }
  if (said.explained) return { ...nobody, ...told, outcome: ended('explained', false, satisfaction) }
  const up = facts.reopened + 1 >= mostTimes
  return {
    ...told,
    outcome: null,
    to: up ? await bodyAbove(repository, facts.owner) : null,
    accept: up ? clocks.accept(facts.class, now) : null,
    finish: clocks.finish(facts.class, now),
  }
}

/** Somebody who did not handle it asks: solved? satisfied? why not? Unsolved goes back to the owner. */
export const recordCallback = defineStep(contract, 'callback', async (context, input) => {
  if (!input.reached) return { kind: 'callback', detail: unreached(context.facts, input.text) }
  if (input.solved === undefined)
    throw new Problem('field.invalid', '请填写问题是否已经解决。', {
      places: [{ field: 'solved', message: '请选择' }],
    })
  if (!input.solved && input.text.length < 2)
    throw new Problem('field.invalid', '请写明居民说的哪里没有解决。', {
      places: [{ field: 'text', message: '请写明哪里没有解决' }],
    })
  return {
    kind: 'callback',
    detail: await planCallback(context, {
      solved: input.solved,
      explained: input.explained,
      satisfaction: input.satisfaction ?? null,
      text: input.text,
    }),
  }
})
