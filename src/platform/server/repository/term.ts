import { areaLevels } from '../../../core/area/index.ts'
import { type Definition, type Field, getField } from '../../../core/definition/index.ts'
import { birthDateForAge } from '../../../core/time/index.ts'
import { columnOf } from './columns.ts'
import type { Repository } from './repository.ts'
import type { Viewpoint } from './viewpoint.ts'

/** What a path such as `kind` or `person.age` stands for in SQL; rows have alias `e`, their subject `s`. */
export interface Term {
  readonly sql: string
  readonly type: 'string' | 'int' | 'double' | 'bool' | 'date'
  /** Asked of the subject, so that its table has to be joined. */
  readonly ofSubject: boolean
  /** The field it comes from; absent for the area, the dates and the age. */
  readonly field?: Field
  /** A comparison that an index serves better. */
  readonly compare?: (
    operator: string,
    literal: unknown,
  ) => { sql: string; parameters: unknown[] } | undefined
}

const types = {
  text: 'string',
  uuid: 'string',
  date: 'date',
  integer: 'int',
  numeric: 'double',
  boolean: 'bool',
} as const

const casts = {
  text: '',
  uuid: '',
  date: '::date',
  integer: '::integer',
  numeric: '::numeric',
  boolean: '::boolean',
}

const fieldTerm = (definition: Definition, field: Field, alias: string, ofSubject: boolean): Term => ({
  sql:
    definition.kind === 'record'
      ? `${alias}.${columnOf(field)}`
      : `(${alias}.fields->>'${field.key}')${casts[field.type.column]}`,
  type: types[field.type.column],
  ofSubject,
  field,
})

const gridLength = areaLevels.find(({ name }) => name === 'grid')!.length

/** Whole years at the viewpoint's day; comparisons become a bound on the birth date. */
const ageTerm = (alias: string, day: string, ofSubject: boolean): Term => ({
  sql: `date_part('year', age(date '${day}', ${alias}.birth_date))::integer`,
  type: 'int',
  ofSubject,
  compare(operator, literal) {
    if (typeof literal !== 'number' && typeof literal !== 'bigint') return undefined
    const years = Number(literal)
    const born = (age: number) => birthDateForAge(age, day)
    const column = `${alias}.birth_date`
    if (operator === '>=') return { sql: `${column} <= $1`, parameters: [born(years)] }
    if (operator === '>') return { sql: `${column} <= $1`, parameters: [born(years + 1)] }
    if (operator === '<') return { sql: `${column} > $1`, parameters: [born(years)] }
    if (operator === '<=') return { sql: `${column} > $1`, parameters: [born(years + 1)] }
    if (operator === '==')
      return { sql: `(${column} <= $1 and ${column} > $2)`, parameters: [born(years), born(years + 1)] }
    return undefined
  },
})

/**
 * When somebody last looked an entry up (entered, changed or confirmed it), when it is due again, and whether it was
 * in time on the viewpoint's day. Later confirmations are not known on an earlier day.
 */
const upkeepTerm = (everyDays: number, day: string, key: string): Term | undefined => {
  const confirmed = `greatest(e.recorded_at::date, (select max(c.confirmed_on) from entry_confirmation c
    where c.district = e.district and c.entry = e.id and c.confirmed_on <= date '${day}'))`
  const due = `(${confirmed} + ${everyDays})`
  if (key === 'confirmedOn') return { sql: confirmed, type: 'date', ofSubject: false }
  if (key === 'dueOn') return { sql: due, type: 'date', ofSubject: false }
  if (key === 'confirmedInTime') return { sql: `(${due} >= date '${day}')`, type: 'bool', ofSubject: false }
  return undefined
}

/**
 * The term behind a path: a field, `person.<field>` of the subject, `age` where there is a birth date, and
 * `area`, `inGrid` (below a community), `validFrom`, `since`. Undefined where there is none, or where the value is encrypted.
 */
export const findTerm = (
  repository: Repository,
  definition: Definition,
  viewpoint: Viewpoint,
  path: string,
): Term | undefined => {
  const day = viewpoint.asOf ?? repository.today
  const subject = definition.kind === 'ledger' ? definition.of : undefined
  const ofSubject = subject !== undefined && path.startsWith(`${subject.name}.`)
  const [owner, key, alias] = ofSubject
    ? [subject, path.slice(subject.name.length + 1), 's']
    : [definition, path, 'e']
  if (key === 'area') return { sql: `${alias}.area`, type: 'string', ofSubject }
  if (key === 'inGrid') return { sql: `(length(${alias}.area) >= ${gridLength})`, type: 'bool', ofSubject }
  if (key === 'validFrom' || key === 'since')
    return { sql: `${alias}.${key === 'since' ? 'since' : 'valid_from'}`, type: 'date', ofSubject }
  if (key === 'age' && owner.fields.birthDate) return ageTerm(alias, day, ofSubject)
  if (definition.kind === 'ledger' && definition.upkeep && !ofSubject) {
    const term = upkeepTerm(definition.upkeep.everyDays, day, key)
    if (term) return term
  }
  if (!owner.fields[key]) return undefined
  const field = getField(owner, key)
  return field.encrypted ? undefined : fieldTerm(owner, field, alias, ofSubject)
}
