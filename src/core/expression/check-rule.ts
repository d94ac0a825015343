import { type Parsed, parsed, refused } from '../parsed.ts'
import { parseRule } from './parse-rule.ts'
import { readCondition } from './read-condition.ts'
import type { RuleVariables } from './read-operand.ts'
import type { Condition, Operand, Rule } from './rule.ts'
import { placeIn, RuleError } from './rule-error.ts'

const most = 10

/** The operands of a condition, those within sums too. */
const operandsOf = (condition: Condition): Operand[] => {
  switch (condition.kind) {
    case 'constant':
      return []
    case 'not':
      return operandsOf(condition.condition)
    case 'and':
    case 'or':
      return [...operandsOf(condition.left), ...operandsOf(condition.right)]
    case 'compare':
      return [condition.left, condition.right].flatMap(withParts)
    case 'startsWith':
    case 'contains':
      return [condition.subject, condition.part].flatMap(withParts)
    default:
      return withParts(condition.operand)
  }
}

const withParts = (operand: Operand): Operand[] =>
  operand.kind === 'arithmetic'
    ? [operand, ...withParts(operand.left), ...withParts(operand.right)]
    : [operand]

/**
 * Checks a rule, written in a part of CEL (Common Expression Language), against the variables that it may read:
 * `&& || !`, `== != < <= > >=`, `in [...]`, `+ - * /`, `has(x)`, `x == null`, `date("2026-01-01")`,
 * `x.startsWith("…")`, `x.contains("…")`. The answer of a wrong rule names the place.
 *
 * Missing values: a comparison with one is false, and so `!` of it true. Whole numbers divide to whole
 * numbers, as in CEL; what is divided by zero is missing. Text is ordered by code points.
 */
export const checkRule = (source: string, variables: RuleVariables): Parsed<Rule> => {
  try {
    const condition = readCondition(parseRule(source), variables)
    const operands = operandsOf(condition)
    const products = operands.filter((each) => each.kind === 'arithmetic' && '*/'.includes(each.operator))
    if (products.length > most) throw new RuleError(`一条规则里最多 ${most} 次乘除`, 0)
    const paths = operands.flatMap((each) => (each.kind === 'variable' ? [each.path] : []))
    return parsed({ source, variables: [...new Set(paths)], condition })
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return refused(`规则${placeIn(source, error.start)}处：${error.message}。`)
  }
}
