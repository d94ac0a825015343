import type { Comparison, Condition, LiteralOperand, Operand, Rule, RuleType, RuleValue } from './rule.ts'

/** Text of SQL with its parameters; `$1` stands for the first of these, whatever number it gets in the whole. */
export interface SqlPart {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** How a variable is found in the database; `null` where it is missing. */
export interface SqlTerm extends SqlPart {
  /** `int` may be any integer type, `double` numeric or double precision. */
  readonly type: RuleType
  /**
   * A comparison with a literal that the database can answer better, such as an age by birth dates.
   * It must be true exactly where the plain comparison is; false or null elsewhere.
   */
  compare?(operator: Comparison, literal: RuleValue): SqlPart | undefined
}

export type ResolveTerm = (path: string) => SqlTerm

const casts: Readonly<Record<RuleType, string>> = {
  string: 'text',
  int: 'bigint',
  double: 'numeric',
  bool: 'boolean',
  date: 'date',
}

const operators: Readonly<Record<Comparison, string>> = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** How numbers are computed with: as they are kept, exactly, or as JavaScript computes. */
type Numbers = 'kept' | 'exact' | 'computed'

const numbersFor = (operands: readonly Operand[]): Numbers => {
  if (operands.some((operand) => operand.kind === 'arithmetic')) return 'computed'
  const types = new Set(operands.map((operand) => operand.type))
  return types.has('int') && types.has('double') ? 'exact' : 'kept'
}

const isNumeric = (type: RuleType): boolean => type === 'int' || type === 'double'

/**
 * Compiles a rule to a condition for WHERE or FILTER that is true exactly where `evaluateRule` says so; it is
 * false or null elsewhere, so write `is true` around it where a value is needed. Placeholders count from `start`.
 */
export const compileRule = (rule: Rule, resolve: ResolveTerm, start = 1): SqlPart => {
  const parameters: unknown[] = []

  const insert = (part: SqlPart): string => {
    const offset = start + parameters.length - 1
    parameters.push(...part.parameters)
    return part.sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
  }

  const term = (path: string, type: RuleType): SqlTerm => {
    const found = resolve(path)
    if (found.type !== type)
      throw new Error(`${path} is ${type} in the rule and ${found.type} in the database`)
    return found
  }

  const literal = ({ value, type }: LiteralOperand, numbers: Numbers): string => {
    const cast =
      !isNumeric(type) || numbers === 'kept' ? casts[type] : numbers === 'exact' ? 'numeric' : 'float8'
    return insert({ sql: `$1::${cast}`, parameters: [value] })
  }

  const operand = (each: Operand, numbers: Numbers): string => {
    if (each.kind === 'literal') return literal(each, numbers)
    if (each.kind === 'variable') {
      const sql = `(${insert(term(each.path, each.type))})`
      if (!isNumeric(each.type) || numbers === 'kept') return sql
      return `${sql}::${numbers === 'exact' ? 'numeric' : 'float8'}`
    }
    const left = operand(each.left, 'computed')
    const right = operand(each.right, 'computed')
    if (each.operator !== '/') return `(${left} ${each.operator} ${right})`
    const quotient = `(${left} / nullif(${right}, 0))`
    return each.type === 'int' ? `trunc${quotient}` : quotient
  }

  const compareSpecially = (operator: Comparison, left: Operand, right: Operand): string | undefined => {
    if (left.kind !== 'variable' || right.kind !== 'literal') return undefined
    const special = term(left.path, left.type).compare?.(operator, right.value)
    return special && `(${insert(special)})`
  }

  const compare = (operator: Comparison, left: Operand, right: Operand): string => {
    const special =
      compareSpecially(operator, left, right) ?? compareSpecially(mirrored[operator], right, left)
    if (special !== undefined) return special
    const numbers = numbersFor([left, right])
    // Only the order of texts depends on collation.
    const collation = left.type === 'string' && operator !== '==' && operator !== '!=' ? ' collate "C"' : ''
    return `(${operand(left, numbers)}${collation} ${operators[operator]} ${operand(right, numbers)}${collation})`
  }

  const compile = (condition: Condition): string => {
    switch (condition.kind) {
      case 'constant':
        return String(condition.value)
      case 'and':
      case 'or':
        return `(${compile(condition.left)} ${condition.kind} ${compile(condition.right)})`
      case 'not':
        // Not `not`: what is null holds not, so its contrary holds.
        return `(${compile(condition.condition)} is not true)`
      case 'missing':
        return `(${operand(condition.operand, 'kept')} is null)`
      case 'present':
        return `(${operand(condition.operand, 'kept')} is not null)`
      case 'compare':
        return compare(condition.operator, condition.left, condition.right)
      case 'oneOf': {
        const numbers = numbersFor([condition.operand, ...condition.values])
        const tested = operand(condition.operand, numbers)
        return `(${tested} in (${condition.values.map((value) => literal(value, numbers)).join(', ')}))`
      }
      case 'startsWith':
        return `starts_with(${operand(condition.subject, 'kept')}, ${operand(condition.part, 'kept')})`
      case 'contains':
        return `(strpos(${operand(condition.subject, 'kept')}, ${operand(condition.part, 'kept')}) > 0)`
    }
  }

  return { sql: compile(rule.condition), parameters }
}
