import { type Definition, ruleVariables } from '../../../../core/definition/index.ts'
import { checkRule, type Rule } from '../../../../core/expression/index.ts'
import { may } from '../../../../platform/server/permission/actor.ts'
import type { Repository } from '../../../../platform/server/repository/repository.ts'
import { writingRight } from '../../../../platform/server/repository/scope.ts'
import type { FindArea } from './find-area.ts'
import type { Plan } from './plan.ts'

/** What rows are held against. */
export interface CheckContext {
  readonly repository: Repository
  readonly plan: Plan
  /** From when what the file says is true. */
  readonly on: string
  /** Lock what would change, until the transaction ends. */
  readonly lock: boolean
  readonly findArea: FindArea
  /** The area that the person chose, for rows that name none. */
  readonly area: string | undefined
  /** Areas of the houses at some addresses, where each stands in one area alone. */
  findDwellings(addresses: readonly string[]): Promise<ReadonlyMap<string, string>>
  readonly entryRule: Rule | undefined
}

export const ruleOf = (ledger: Definition): Rule | undefined => {
  if (ledger.kind === 'record' || !ledger.entry) return undefined
  const rule = checkRule(ledger.entry.rule, ruleVariables(ledger))
  if (!rule.ok) throw new Error(`${ledger.name}: ${rule.message}`)
  return rule.value
}

/** Whether the actor may import entries into an area. */
export const mayEnter = ({ repository: { actor }, plan }: CheckContext, area: string): boolean =>
  may(actor, 'data.import', area) && may(actor, writingRight(plan.ledger), area)

/** Whether the actor may register people there and change what is registered. */
export const mayRegister = ({ repository: { actor } }: CheckContext, area: string): boolean =>
  may(actor, 'registry.write', area)
