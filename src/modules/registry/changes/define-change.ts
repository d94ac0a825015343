import type { z } from 'zod'
import type { ActionContract } from '../../../platform/contract/route.ts'
import { type Action, defineAction } from '../../../platform/server/action/define-action.ts'
import { recordTouched, type Touched } from '../../../platform/server/repository/command-records.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { changeAnswer } from '../change-contract.ts'
import { storeChange } from '../storage/store-change.ts'
import { listConsequences } from './consequences.ts'
import { type Draft, openDraft, type Staged } from './draft.ts'
import type { ChangeFollower, Consequence } from './happening.ts'
import { settleHouseholds } from './settle.ts'
import { describeHappening, writeDraft } from './write-draft.ts'

/** What every change is told. */
interface Told {
  on: string
  reason: string
  relations: Record<string, string>
  newHead?: string | undefined
}

/** What a change made up: its sentence, and whose page shows it. */
export interface Staging {
  readonly title: string
  readonly person?: Staged | undefined
  readonly household?: Staged | undefined
  /** Dropped record → the one that stands for the same person. */
  readonly merged?: ReadonlyMap<string, string>
}

type ChangeContract<Input extends z.ZodType> = ActionContract<Input, typeof changeAnswer>

/** An action of the registry, complete once it knows who follows what happens to people. */
export type Change = (followers: readonly ChangeFollower[]) => Action

const carryOut = async (repository: Repository, consequences: readonly Consequence[]) => {
  const touched: Touched[] = []
  for (const consequence of consequences)
    if (consequence.carryOut) touched.push(...(await consequence.carryOut(repository)))
  return touched
}

const undoOf = (touched: readonly Touched[]) => {
  const one = touched[0]
  return one ? { definition: one.definition, id: one.record, version: (one.after ?? one.before)! } : null
}

/**
 * Defines what can happen to people and households: `make` stages it; then, alike for all, households are brought
 * in order, consequences listed, everything written, and what was touched noted so that it can be undone as one.
 * A rehearsal of it is its preview.
 */
export const defineChange =
  <Input extends z.ZodType>(
    contract: ChangeContract<Input>,
    make: (draft: Draft, input: z.output<Input>) => Promise<Staging>,
  ): Change =>
  (followers) =>
    defineAction(
      contract,
      async (repository, input) => {
        const said = input as Told
        const draft = openDraft(repository, said.on, said.reason)
        const staging = await make(draft, input)
        const settled = await settleHouseholds(draft, said)
        const happening = await describeHappening(draft, staging.title, staging.merged ?? new Map())
        const consequences = [...(await listConsequences(draft, settled, happening))]
        const touched = await writeDraft(draft)
        for (const follow of followers) consequences.push(...(await follow(repository, happening)))
        touched.push(...(await carryOut(repository, consequences)))
        await recordTouched(repository, touched)
        const about = staging.household ?? staging.person ?? [...draft.staged.values()][0]!
        await storeChange(
          repository,
          { kind: contract.name, area: about.area, on: said.on, title: staging.title, reason: said.reason },
          consequences.filter(({ effect }) => effect === 'todo'),
        )
        return {
          answer: {
            change: repository.command!,
            title: staging.title,
            undo: undoOf(touched),
            person: staging.person && !staging.person.end ? staging.person.id : null,
            household: staging.household && !staging.household.end ? staging.household.id : null,
            relations: [...settled.relations],
            consequences: consequences.map(({ kind, effect, title, definition, record, due }) => ({
              kind,
              effect,
              title,
              definition,
              record,
              due: due ?? null,
            })),
          },
          audit: {
            definition: about.definition.name,
            subject: about.id,
            area: about.area,
            detail: { on: said.on, records: touched.length },
          },
        }
      },
      { rehearsable: true },
    ) as unknown as Action
