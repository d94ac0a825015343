import type { RuleContext, RuleType, RuleVariables } from '../expression/index.ts'
import { ageOn, type PlainDate } from '../time/index.ts'
import type { ColumnKind } from './field-type.ts'
import type { Definition, Field } from './record.ts'

const ruleTypes: Readonly<Record<ColumnKind, RuleType | undefined>> = {
  text: 'string',
  date: 'date',
  integer: 'int',
  numeric: 'double',
  boolean: 'bool',
  // Ids say nothing that a rule could ask.
  uuid: undefined,
}

/** Who has a date of birth has an age. */
const born = 'birthDate'
const age = 'age'

const variablesOf = (fields: Readonly<Record<string, Field>>, prefix: string): [string, RuleType][] => {
  const own = Object.values(fields).flatMap((field): [string, RuleType][] => {
    const type = field.encrypted ? undefined : ruleTypes[field.type.column]
    return type ? [[prefix + field.key, type]] : []
  })
  return fields[born]?.type.column === 'date' && !fields[age] ? [...own, [prefix + age, 'int']] : own
}

const subjectOf = (definition: Definition) => (definition.kind === 'ledger' ? definition.of : undefined)

/** Of a ledger that is confirmed from time to time: when an entry last was, when it is due, and whether it is in time. */
const upkeepVariables: readonly [string, RuleType][] = [
  ['confirmedOn', 'date'],
  ['dueOn', 'date'],
  ['confirmedInTime', 'bool'],
]

/**
 * What rules over a record may read: its own fields by key, its subject's as `person.…`, and `age` beside a
 * `birthDate`. Encrypted fields cannot be read, since the database does not know them.
 */
export const ruleVariables = (definition: Definition): RuleVariables => {
  const subject = subjectOf(definition)
  return Object.fromEntries([
    ...(definition.kind === 'ledger' && definition.upkeep ? upkeepVariables : []),
    ...variablesOf(definition.fields, ''),
    ...(subject ? variablesOf(subject.fields, `${subject.name}.`) : []),
  ])
}

type Values = Readonly<Record<string, unknown>>

const contextOf = (values: Values, prefix: string, on: PlainDate): [string, unknown][] => {
  const own = Object.entries(values).map(([key, value]): [string, unknown] => [prefix + key, value])
  const birthDate = values[born]
  return typeof birthDate === 'string' && !(age in values)
    ? [...own, [prefix + age, ageOn(birthDate, on)]]
    : own
}

/** The values of a record, and of its subject, under the names by which rules read them, ages on a day. */
export const ruleContext = (
  definition: Definition,
  on: PlainDate,
  values: Values,
  subjectValues: Values = {},
): RuleContext => {
  const subject = subjectOf(definition)
  return Object.fromEntries([
    ...contextOf(values, '', on),
    ...(subject ? contextOf(subjectValues, `${subject.name}.`, on) : []),
  ])
}
