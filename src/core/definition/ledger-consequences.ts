import { checkRule, evaluateRule, type RuleVariables } from '../expression/index.ts'
import type { PlainDate } from '../time/index.ts'
import type { LedgerDefinition } from './record.ts'
import { ruleContext, ruleVariables } from './rule-variables.ts'

type Values = Readonly<Record<string, unknown>>

/** A subject at one moment: its values, and how many live in its household where that is known. */
export interface SubjectFacts {
  readonly values: Values
  readonly householdSize?: number
}

/** An entry that the subject has in a ledger before the change. */
export interface StandingEntry {
  readonly ledger: string
  readonly values: Values
}

/** How a subject goes: the cause with which its entries end. */
export type Departure = 'moved' | 'died' | 'mistaken'

/**
 * What a change of a subject means for one ledger. `enter`: it should be entered; `leave`: its entry should be
 * ended with `cause`; `change`: a field of its entry should take `value`. `rule` is the rule that says so, empty
 * where the subject itself is gone; `reason` is a sentence for people.
 */
export type LedgerConsequence = { ledger: string; ledgerTitle: string; rule: string; reason: string } & (
  | { kind: 'enter' }
  | { kind: 'leave'; cause: Departure | 'reclassified' | 'expired' }
  | { kind: 'change'; field: string; value: unknown }
)

type LeavingReason = Omit<Extract<LedgerConsequence, { kind: 'leave' }>, 'ledger' | 'ledgerTitle'>

/** How a departure is told. */
export const departures: Readonly<Record<Departure, string>> = {
  moved: '已迁出，不再在本辖区居住。',
  died: '已去世。',
  mistaken: '登记有误，已撤去。',
}

const withHousehold = (variables: RuleVariables): RuleVariables => ({ ...variables, 'household.size': 'int' })

/** Whether a rule holds of an entry and its subject on a day. */
const ruleHolds = (
  ledger: LedgerDefinition,
  rule: string,
  on: PlainDate,
  subject: SubjectFacts | undefined,
  entry: Values = {},
): boolean => {
  const checked = checkRule(rule, withHousehold(ruleVariables(ledger)))
  if (!checked.ok) throw new Error(`${ledger.name}: ${checked.message}`)
  return evaluateRule(checked.value, {
    ...ruleContext(ledger, on, entry, subject?.values),
    ...(subject?.householdSize === undefined ? {} : { 'household.size': subject.householdSize }),
  })
}

/** Why an entry should be taken out on a day, by its own facts and its subject's; undefined where it may stay. */
export const leavingReason = (
  ledger: LedgerDefinition,
  on: PlainDate,
  subject: SubjectFacts,
  entry: Values,
): LeavingReason | undefined => {
  if (ledger.entry && !ruleHolds(ledger, ledger.entry.rule, on, subject, entry))
    return {
      kind: 'leave',
      cause: 'reclassified',
      rule: ledger.entry.rule,
      reason: ledger.entry.message,
    }
  const exit = ledger.exits.find(({ rule }) => ruleHolds(ledger, rule, on, subject, entry))
  return exit && { kind: 'leave', ...exit }
}

const consequencesFor = (
  ledger: LedgerDefinition,
  before: SubjectFacts | undefined,
  after: SubjectFacts,
  on: PlainDate,
  entry: Values | undefined,
): LedgerConsequence[] => {
  const named = { ledger: ledger.name, ledgerTitle: ledger.title }
  const begins = (rule: string) =>
    ruleHolds(ledger, rule, on, after, entry) && !(before && ruleHolds(ledger, rule, on, before, entry))
  if (!entry) {
    const { expected } = ledger
    const due =
      expected && begins(expected.rule) && (!ledger.entry || ruleHolds(ledger, ledger.entry.rule, on, after))
    return due ? [{ ...named, kind: 'enter', ...expected }] : []
  }
  const leave = leavingReason(ledger, on, after, entry)
  if (leave && !(before && leavingReason(ledger, on, before, entry))) return [{ ...named, ...leave }]
  return ledger.follows
    .filter(({ rule, field, value }) => entry[field] !== value && begins(rule))
    .map((follow) => ({ ...named, kind: 'change', ...follow }))
}

/**
 * Which ledgers a subject leaves or enters, and which fields of its entries follow, when it changes on a day.
 * `before` is absent for somebody new (born, moved in), `after` is how they go for somebody who leaves. Only what
 * the change itself brings about is told: what had been due already is the business of the ledger's own lists.
 */
export const ledgerConsequences = (
  ledgers: Iterable<LedgerDefinition>,
  change: {
    /** Name of the record that changes, such as `person`. */
    readonly of: string
    readonly on: PlainDate
    readonly before?: SubjectFacts | undefined
    readonly after: SubjectFacts | Departure
    readonly standing: readonly StandingEntry[]
  },
): LedgerConsequence[] =>
  [...ledgers]
    .filter(({ of }) => of?.name === change.of)
    .flatMap((ledger): LedgerConsequence[] => {
      const entry = change.standing.find((each) => each.ledger === ledger.name)?.values
      const { after } = change
      if (typeof after !== 'string') return consequencesFor(ledger, change.before, after, change.on, entry)
      if (!entry) return []
      return [
        {
          ledger: ledger.name,
          ledgerTitle: ledger.title,
          kind: 'leave',
          cause: after,
          rule: '',
          reason: departures[after],
        },
      ]
    })
