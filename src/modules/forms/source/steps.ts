import type { Definition, LedgerDefinition } from '../../../core/definition/index.ts'
import type { Catalogue } from '../../../platform/server/repository/repository.ts'
import { dwelling, household, person, personRelation } from '../../registry/index.ts'
import type { Step } from './source.ts'

const ledgerStep = (ledger: LedgerDefinition): Step => `l_${ledger.name}`

/** The definition that a step leads to. */
export interface Reached {
  readonly step: Step
  readonly definition: Definition
}

/**
 * What can be reached from a record, nearest first. From a person or an entry about one: household, dwelling, the
 * head of the household, the person's entries in ledgers that hold a person at most once, and the relation to a guardian.
 * A household stands for its head where a form asks for a person.
 */
export const stepsFrom = (base: Definition, catalogue: Catalogue): Reached[] => {
  const own: Reached = { step: 'e', definition: base }
  const home: Reached[] = [
    { step: 'h', definition: household },
    { step: 'd', definition: dwelling },
  ]
  const others = [...catalogue.ledgers.values()]
    .filter((ledger) => ledger.of?.name === person.name && ledger.once && ledger.name !== base.name)
    .map((ledger): Reached => ({ step: ledgerStep(ledger), definition: ledger }))
  others.push({ step: 'gr', definition: personRelation })
  if (base.kind === 'ledger')
    return base.of?.name === person.name
      ? [own, { step: 's', definition: person }, ...home, ...others]
      : [own]
  if (base.name === person.name) return [own, ...home, ...others]
  if (base.name === household.name)
    return [own, { step: 'd', definition: dwelling }, { step: 'o', definition: person }]
  return [own]
}

/** The step at which the person of a row stands, if it has one. */
export const personStep = (base: Definition): Step | undefined => {
  if (base.kind === 'ledger') return base.of?.name === person.name ? 's' : undefined
  if (base.name === person.name) return 'e'
  return base.name === household.name ? 'o' : undefined
}

/** The step at which the household of a row stands. */
export const householdStep = (base: Definition): Step | undefined => {
  if (base.name === household.name) return 'e'
  return personStep(base) === undefined ? undefined : 'h'
}

/** The definitions that rows can be made of: registry and ledgers. */
export const bases = (catalogue: Catalogue): Definition[] => [
  ...catalogue.records.values(),
  ...catalogue.ledgers.values(),
]
