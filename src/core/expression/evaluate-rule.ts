import type { ArithmeticOperand, Comparison, Condition, Operand, Rule, RuleValue } from './rule.ts'

/** Values by path, as the rule names them (`person.age`); absent, `null` and `undefined` are missing. */
export type RuleContext = Readonly<Record<string, unknown>>

const calculations: Readonly<
  Record<ArithmeticOperand['operator'], (a: number, b: number) => number | undefined>
> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? undefined : a / b),
}

const valueIn = (operand: Operand, context: RuleContext): RuleValue | undefined => {
  if (operand.kind === 'literal') return operand.value
  if (operand.kind === 'variable') {
    const value = Object.hasOwn(context, operand.path) ? context[operand.path] : undefined
    return (value ?? undefined) as RuleValue | undefined
  }
  const left = valueIn(operand.left, context)
  const right = valueIn(operand.right, context)
  if (left === undefined || right === undefined) return undefined
  const result = calculations[operand.operator](left as number, right as number)
  return result !== undefined && operand.operator === '/' && operand.type === 'int'
    ? Math.trunc(result)
    : result
}

/** Order by code points, as databases order text in C collation; negative where `a` comes first. */
const orderTexts = (a: string, b: string): number => {
  const one = [...a]
  const other = [...b]
  const index = one.findIndex((character, place) => character !== other[place])
  if (index === -1) return one.length - other.length
  return other[index] === undefined ? 1 : one[index]!.codePointAt(0)! - other[index].codePointAt(0)!
}

const order = (a: RuleValue, b: RuleValue): number => {
  if (typeof a === 'string' && typeof b === 'string') return orderTexts(a, b)
  return a === b ? 0 : a < b ? -1 : 1
}

const comparisons: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '==': (difference) => difference === 0,
  '!=': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
}

const holds = (condition: Condition, context: RuleContext): boolean => {
  switch (condition.kind) {
    case 'constant':
      return condition.value
    case 'and':
      return holds(condition.left, context) && holds(condition.right, context)
    case 'or':
      return holds(condition.left, context) || holds(condition.right, context)
    case 'not':
      return !holds(condition.condition, context)
    case 'missing':
      return valueIn(condition.operand, context) === undefined
    case 'present':
      return valueIn(condition.operand, context) !== undefined
    case 'compare': {
      const left = valueIn(condition.left, context)
      const right = valueIn(condition.right, context)
      return left !== undefined && right !== undefined && comparisons[condition.operator](order(left, right))
    }
    case 'oneOf': {
      const value = valueIn(condition.operand, context)
      return value !== undefined && condition.values.some((each) => order(value, each.value) === 0)
    }
    case 'startsWith':
    case 'contains': {
      const subject = valueIn(condition.subject, context) as string | undefined
      const part = valueIn(condition.part, context) as string | undefined
      if (subject === undefined || part === undefined) return false
      return condition.kind === 'contains' ? subject.includes(part) : subject.startsWith(part)
    }
  }
}

/** Whether a rule holds for these values. */
export const evaluateRule = (rule: Rule, context: RuleContext): boolean => holds(rule.condition, context)
