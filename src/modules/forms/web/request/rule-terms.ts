import type { Control } from '../../../../core/definition/field-type.ts'
import { type Condition, checkRule, type RuleType } from '../../../../core/expression/index.ts'
import { type Filter, readFilter, writeFilter } from '../../../../platform/web/table/filter-text.ts'
import type { Filterable } from '../../../../platform/web/table/filterable.ts'

/** Conditions by field, each as a list writes its filter; all of them hold. */
export type RuleTerms = Readonly<Record<string, string | undefined>>

const typeOf = (control: Control): RuleType | undefined => {
  switch (control.kind) {
    case 'number':
      return control.decimals === 0 ? 'int' : 'double'
    case 'date':
      return control.precision === 'day' ? 'date' : undefined
    case 'flag':
      return 'bool'
    case 'choice':
    case 'text':
    case 'longText':
      return 'string'
    default:
      return undefined
  }
}

/** The fields that a rule can be put together from by choosing. */
export const choosable = (filterables: readonly Filterable[]): Filterable[] =>
  filterables.filter(({ control }) => typeOf(control) !== undefined)

interface Term {
  readonly key: string
  readonly filter: Filter
}

const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === 'and' ? [...partsOf(condition.left), ...partsOf(condition.right)] : [condition]

const termOf = (condition: Condition): Term | undefined => {
  if (condition.kind === 'oneOf' && condition.operand.kind === 'variable')
    return {
      key: condition.operand.path,
      filter: { kind: 'any', values: condition.values.map(({ value }) => String(value)) },
    }
  if (condition.kind === 'contains') {
    const { subject, part } = condition
    return subject.kind === 'variable' && part.kind === 'literal'
      ? { key: subject.path, filter: { kind: 'contains', text: String(part.value) } }
      : undefined
  }
  if (condition.kind !== 'compare') return undefined
  const { left, operator, right } = condition
  if (left.kind !== 'variable' || right.kind !== 'literal') return undefined
  const value = String(right.value)
  if (operator === '>=') return { key: left.path, filter: { kind: 'range', from: value, to: '' } }
  if (operator === '<=') return { key: left.path, filter: { kind: 'range', from: '', to: value } }
  return operator === '==' ? { key: left.path, filter: { kind: 'any', values: [value] } } : undefined
}

const isRange = ({ kind }: Control): boolean => kind === 'number' || kind === 'date'

const fits = ({ control }: Filterable, { kind }: Filter): boolean => {
  if (isRange(control)) return kind === 'range'
  return kind === (control.kind === 'choice' || control.kind === 'flag' ? 'any' : 'contains')
}

/** Two halves of one range; anything else that is said twice of a field is beyond a filter. */
const joined = (held: Filter, more: Filter): Filter | undefined => {
  if (held.kind !== 'range' || more.kind !== 'range') return undefined
  if (held.from !== '' && more.from === '') return { ...held, to: more.to }
  return held.to !== '' && more.to === '' ? { ...held, from: more.from } : undefined
}

/** A rule as filters of a list, where every part of it is one; null where only its text can say it. */
export const readTerms = (rule: string, filterables: readonly Filterable[]): RuleTerms | null => {
  if (rule.trim() === '') return {}
  const variables = Object.fromEntries(filterables.map(({ key, control }) => [key, typeOf(control)!]))
  const checked = checkRule(rule, variables)
  if (!checked.ok) return null
  const filters = new Map<string, Filter>()
  for (const part of partsOf(checked.value.condition)) {
    const term = termOf(part)
    const filterable = filterables.find(({ key }) => key === term?.key)
    if (!term || !filterable || !fits(filterable, term.filter)) return null
    const held = filters.get(term.key)
    const filter = held ? joined(held, term.filter) : term.filter
    if (!filter) return null
    filters.set(term.key, filter)
  }
  return Object.fromEntries([...filters].map(([key, filter]) => [key, writeFilter(filter)]))
}

const ruleOf = ({ key, control }: Filterable, filter: Filter): string[] => {
  const value = (text: string) =>
    control.kind === 'number' || control.kind === 'flag' ? text : JSON.stringify(text)
  switch (filter.kind) {
    case 'any':
      return filter.values.length === 1
        ? [`${key} == ${value(filter.values[0]!)}`]
        : [`${key} in [${filter.values.map(value).join(', ')}]`]
    case 'range':
      return [
        ...(filter.from === '' ? [] : [`${key} >= ${value(filter.from)}`]),
        ...(filter.to === '' ? [] : [`${key} <= ${value(filter.to)}`]),
      ]
    case 'contains':
      return [`${key}.contains(${JSON.stringify(filter.text)})`]
    case 'missing':
      return [`!has(${key})`]
  }
}

/** Filters as the rule that says the same. */
export const writeRule = (terms: RuleTerms, filterables: readonly Filterable[]): string =>
  filterables
    .flatMap((one) => {
      const text = terms[one.key]
      return text === undefined ? [] : ruleOf(one, readFilter(text))
    })
    .join(' && ')
