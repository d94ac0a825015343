import type { RuleContext } from './evaluate-rule.ts'
import type { RuleVariables } from './read-operand.ts'

/** A rule with rows to try it on. Rows are flat: a variable's path is the key, missing ones are `null`. */
export interface RuleSample {
  readonly source: string
  readonly variables: RuleVariables
  readonly rows: readonly RuleContext[]
}

const variables = {
  level: 'string',
  name: 'string',
  size: 'int',
  'person.age': 'int',
  area: 'double',
  income: 'double',
  isRented: 'bool',
  since: 'date',
} as const satisfies RuleVariables

const literals: Readonly<Record<string, readonly string[]>> = {
  string: ['"1"', '"2"', '""', '"张三"', '"a\'b\\"c"', '"%"', '"😀"', '"～"'],
  number: ['0', '1', '2', '80', '-3', '0.1', '0.5', '2.5', '-1.25', '1e3'],
  bool: ['true', 'false'],
  date: ['"2026-02-28"', 'date("2024-02-29")', '"1946-10-08"'],
}

const values: Readonly<Record<string, readonly unknown[]>> = {
  string: ['1', '2', '', '张三', '张', 'a\'b"c', '%', '😀', '～', 'A', 'a'],
  int: [0, 1, 2, 3, 79, 80, 81, -3],
  double: [0, 0.1, 0.2, 0.3, 0.5, 2.5, -1.25, 80, 1000],
  bool: [true, false],
  date: ['2026-02-28', '2024-02-29', '1946-10-08', '1946-10-09'],
}

/**
 * Makes up a rule and rows from a source of chance (numbers in [0, 1)), for tests that hold the two
 * readings of a rule against each other: `evaluateRule`, and `compileRule` run by a database.
 */
export const sampleRule = (chance: () => number): RuleSample => {
  const oneOf = <Value>(choices: readonly Value[]): Value => choices[Math.floor(chance() * choices.length)]!
  const variable = (...types: string[]): string =>
    oneOf(Object.entries(variables).flatMap(([path, type]) => (types.includes(type) ? [path] : [])))

  const number = (depth: number): string => {
    if (depth <= 0 || chance() < 0.5)
      return chance() < 0.6 ? variable('int', 'double') : oneOf(literals.number!)
    return `(${number(depth - 1)} ${oneOf(['+', '-', '*', '/'])} ${number(depth - 1)})`
  }

  const order = () => oneOf(['==', '!=', '<', '<=', '>', '>='])

  const plain: readonly (() => string)[] = [
    () => `${variable('string')} ${order()} ${oneOf(literals.string!)}`,
    () => `${variable('string')} ${order()} ${variable('string')}`,
    () => `${number(2)} ${order()} ${number(2)}`,
    () => `${variable('date')} ${order()} ${oneOf(literals.date!)}`,
    () => `${variable('bool')} ${oneOf(['==', '!='])} ${oneOf(literals.bool!)}`,
    () => variable('bool'),
    () => `${variable('string')} in [${oneOf(literals.string!)}, ${oneOf(literals.string!)}]`,
    () => `${number(1)} in [${oneOf(literals.number!)}, ${oneOf(literals.number!)}]`,
    () => `${variable('date')} in [${oneOf(literals.date!)}]`,
    () => `${variable('string')}.${oneOf(['startsWith', 'contains'])}(${oneOf(literals.string!)})`,
    () => `has(${variable('string', 'int', 'double', 'bool', 'date')})`,
    () => `${number(1)} ${oneOf(['==', '!='])} null`,
    () => oneOf(literals.bool!),
  ]

  const condition = (depth: number): string => {
    if (depth <= 0 || chance() < 0.3) return oneOf(plain)()
    if (chance() < 0.35) return `!(${condition(depth - 1)})`
    return `(${condition(depth - 1)} ${oneOf(['&&', '||'])} ${condition(depth - 1)})`
  }

  const row = (): RuleContext =>
    Object.fromEntries(
      Object.entries(variables).map(([path, type]) => [path, chance() < 0.3 ? null : oneOf(values[type]!)]),
    )

  return { source: condition(3), variables, rows: Array.from({ length: 8 }, row) }
}
