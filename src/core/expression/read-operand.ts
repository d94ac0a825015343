import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../nearest.ts'
import { isPlainDate } from '../time/index.ts'
import type { ArithmeticOperand, LiteralOperand, Operand, RuleType, VariableOperand } from './rule.ts'
import { RuleError } from './rule-error.ts'

/** What a rule may read: types by path. */
export type RuleVariables = Readonly<Record<string, RuleType>>

export const typeTitles: Readonly<Record<RuleType, string>> = {
  string: '文字',
  int: '整数',
  double: '数',
  bool: '是否',
  date: '日期',
}

// Within these, and with few multiplications, no result leaves the range of a double.
const largestLiteral = 1e15
const smallestLiteral = 1e-9

/** The text of a node as the rule has it. */
export const wordingOf = (node: ASTNode): string => node.input.slice(node.start, node.end)

/** The path of `person.age`; undefined for anything but names joined by dots. */
const pathOf = (node: ASTNode): string | undefined => {
  if (node.op === 'id') return node.args
  if (node.op !== '.') return undefined
  const owner = pathOf(node.args[0])
  return owner === undefined ? undefined : `${owner}.${node.args[1]}`
}

export const readVariable = (node: ASTNode, variables: RuleVariables): VariableOperand | undefined => {
  const path = pathOf(node)
  if (path === undefined) return undefined
  const type = Object.hasOwn(variables, path) ? variables[path] : undefined
  if (type) return { kind: 'variable', path, type }
  const near = nearest(path, Object.keys(variables))
  const advice = near.length > 0 ? `，最接近的是 ${near.join('、')}` : ''
  throw new RuleError(`没有名为“${path}”的变量${advice}`, node.start)
}

const readNumber = (value: number, type: 'int' | 'double', node: ASTNode): LiteralOperand => {
  const size = Math.abs(value)
  if (size > largestLiteral || (size > 0 && size < smallestLiteral))
    throw new RuleError(`“${wordingOf(node)}”太大或太小，不能用在规则里`, node.start)
  return { kind: 'literal', value, type }
}

const readLiteral = (node: ASTNode): LiteralOperand | undefined => {
  if (node.op !== 'value') return undefined
  const value = node.args
  if (typeof value === 'bigint') return readNumber(Number(value), 'int', node)
  if (typeof value === 'number') return readNumber(value, 'double', node)
  if (typeof value === 'boolean') return { kind: 'literal', value, type: 'bool' }
  if (typeof value !== 'string') return undefined
  // Databases cannot keep these two.
  if (value.includes('\0') || !value.isWellFormed()) throw new RuleError('引号里有不能用的字符', node.start)
  return { kind: 'literal', value, type: 'string' }
}

/** `date("2026-01-01")`. */
const readDateCall = (node: ASTNode): LiteralOperand | undefined => {
  if (node.op !== 'call' || node.args[0] !== 'date') return undefined
  const [argument, ...more] = node.args[1]
  const value = argument?.op === 'value' ? argument.args : undefined
  if (typeof value !== 'string' || more.length > 0)
    throw new RuleError('日期要写成 date("2026-01-01")', node.start)
  return asDate({ kind: 'literal', value, type: 'string' }, argument!)
}

/** A text as the date it stands for. */
export const asDate = (literal: LiteralOperand, node: ASTNode): LiteralOperand => {
  const text = String(literal.value)
  if (!isPlainDate(text))
    throw new RuleError(`“${text}”不是存在的日期，日期写成 "2026-01-01" 的样子`, node.start)
  return { kind: 'literal', value: text, type: 'date' }
}

const isNumeric = (operand: Operand): boolean => operand.type === 'int' || operand.type === 'double'

const arithmetic = (
  operator: ArithmeticOperand['operator'],
  left: Operand,
  right: Operand,
  node: ASTNode,
): ArithmeticOperand => {
  const other = [left, right].find((operand) => !isNumeric(operand))
  if (other) throw new RuleError(`“${operator}”两边应是数，而这里有${typeTitles[other.type]}`, node.start)
  const type = left.type === 'int' && right.type === 'int' ? 'int' : 'double'
  return { kind: 'arithmetic', operator, left, right, type }
}

const zero: LiteralOperand = { kind: 'literal', value: 0, type: 'int' }

const negative = (operand: Operand, node: ASTNode): Operand =>
  operand.kind === 'literal' && typeof operand.value === 'number'
    ? { ...operand, value: -operand.value }
    : arithmetic('-', zero, operand, node)

/** Reads something that has a value: a variable, a literal, a sum. */
export const readOperand = (node: ASTNode, variables: RuleVariables): Operand => {
  switch (node.op) {
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = node.args
      return arithmetic(node.op, readOperand(left, variables), readOperand(right, variables), node)
    }
    case '-_':
      return negative(readOperand(node.args, variables), node)
    default: {
      const operand = readLiteral(node) ?? readDateCall(node) ?? readVariable(node, variables)
      if (operand) return operand
      throw new RuleError(`这里应是一个值，不能是“${wordingOf(node)}”`, node.start)
    }
  }
}
