import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../nearest.ts'
import {
  asDate,
  type RuleVariables,
  readOperand,
  readVariable,
  typeTitles,
  wordingOf,
} from './read-operand.ts'
import type { Comparison, Condition, LiteralOperand, Operand } from './rule.ts'
import { RuleError } from './rule-error.ts'

const isNumeric = (operand: Operand): boolean => operand.type === 'int' || operand.type === 'double'

const isNull = (node: ASTNode): boolean => node.op === 'value' && node.args === null

/** A text beside a date is meant as a date. */
const alignDates = (operand: Operand, other: Operand, node: ASTNode): Operand =>
  other.type === 'date' && operand.kind === 'literal' && operand.type === 'string'
    ? asDate(operand, node)
    : operand

const checkComparable = (left: Operand, right: Operand, node: ASTNode): void => {
  if (left.type === right.type || (isNumeric(left) && isNumeric(right))) return
  const text = [left, right].find((operand) => operand.type === 'string')
  const number = [left, right].find((operand) => operand.kind === 'literal' && isNumeric(operand))
  const advice =
    text?.kind === 'variable' && number?.kind === 'literal' ? `，代码要加引号："${number.value}"` : ''
  throw new RuleError(`${typeTitles[left.type]}不能和${typeTitles[right.type]}比较${advice}`, node.start)
}

const readComparison = (
  operator: Comparison,
  nodes: readonly [ASTNode, ASTNode],
  node: ASTNode,
  variables: RuleVariables,
): Condition => {
  const [leftNode, rightNode] = nodes
  if (isNull(leftNode) || isNull(rightNode)) {
    const other = isNull(rightNode) ? leftNode : rightNode
    if (isNull(other) || (operator !== '==' && operator !== '!='))
      throw new RuleError('null 只能用来判断一个值有没有填：写 x == null 或 x != null', node.start)
    return { kind: operator === '==' ? 'missing' : 'present', operand: readOperand(other, variables) }
  }
  const leftOperand = readOperand(leftNode, variables)
  const rightOperand = readOperand(rightNode, variables)
  const left = alignDates(leftOperand, rightOperand, leftNode)
  const right = alignDates(rightOperand, leftOperand, rightNode)
  checkComparable(left, right, node)
  if (left.type === 'bool' && operator !== '==' && operator !== '!=')
    throw new RuleError('是否只能比较相等或不等，不能比较大小', node.start)
  return { kind: 'compare', operator, left, right }
}

const readOneOf = (nodes: readonly [ASTNode, ASTNode], variables: RuleVariables): Condition => {
  const [operandNode, listNode] = nodes
  if (listNode.op !== 'list')
    throw new RuleError('in 后面应是方括号里的一列值，如 ["1", "2"]', listNode.start)
  const operand = readOperand(operandNode, variables)
  const values = listNode.args.map((each): LiteralOperand => {
    const value = alignDates(readOperand(each, variables), operand, each)
    if (value.kind !== 'literal') throw new RuleError('in 后面的方括号里只能是写明的值', each.start)
    checkComparable(operand, value, each)
    return value
  })
  return values.length === 0 ? { kind: 'constant', value: false } : { kind: 'oneOf', operand, values }
}

const functions = ['has', 'date', 'startsWith', 'contains']

const readHas = (nodes: readonly ASTNode[], node: ASTNode, variables: RuleVariables): Condition => {
  const operand = nodes.length === 1 ? readVariable(nodes[0]!, variables) : undefined
  if (!operand) throw new RuleError('has 的括号里应是一个变量，如 has(person.mobile)', node.start)
  return { kind: 'present', operand }
}

const readTextTest = (
  kind: 'startsWith' | 'contains',
  nodes: readonly ASTNode[],
  node: ASTNode,
  variables: RuleVariables,
): Condition => {
  const [subject, part] = nodes.map((each) => readOperand(each, variables))
  if (!subject || !part || nodes.length > 2 || subject.type !== 'string' || part.type !== 'string')
    throw new RuleError(`${kind} 用于文字，如 name.${kind}（"张"）`, node.start)
  return { kind, subject, part }
}

const unknownFunction = (name: string, node: ASTNode): RuleError => {
  const near = nearest(name, functions)
  return new RuleError(
    `没有名为“${name}”的函数，${near.length > 0 ? `最接近的是 ${near.join('、')}` : `可用的有 ${functions.join('、')}`}`,
    node.start,
  )
}

const readCall = (node: ASTNode & { op: 'call' | 'rcall' }, variables: RuleVariables): Condition => {
  if (node.op === 'call') {
    const [name, nodes] = node.args
    if (name === 'has') return readHas(nodes, node, variables)
    if (functions.includes(name)) throw new RuleError(`“${wordingOf(node)}”不是一个判断`, node.start)
    throw unknownFunction(name, node)
  }
  const [name, subject, nodes] = node.args
  if (name !== 'startsWith' && name !== 'contains') throw unknownFunction(name, node)
  return readTextTest(name, [subject, ...nodes], node, variables)
}

/** Reads something that is true or not. A flag alone is true where it is set. */
export const readCondition = (node: ASTNode, variables: RuleVariables): Condition => {
  switch (node.op) {
    case '&&':
    case '||': {
      const [left, right] = node.args
      const kind = node.op === '&&' ? 'and' : 'or'
      return { kind, left: readCondition(left, variables), right: readCondition(right, variables) }
    }
    case '!_':
      return { kind: 'not', condition: readCondition(node.args, variables) }
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readComparison(node.op, node.args, node, variables)
    case 'in':
      return readOneOf(node.args, variables)
    case 'call':
    case 'rcall':
      return readCall(node, variables)
    default: {
      const operand = readOperand(node, variables)
      if (operand.type !== 'bool')
        throw new RuleError(`“${wordingOf(node)}”不是一个判断，请写明比较`, node.start)
      if (operand.kind === 'literal') return { kind: 'constant', value: operand.value === true }
      return {
        kind: 'compare',
        operator: '==',
        left: operand,
        right: { kind: 'literal', value: true, type: 'bool' },
      }
    }
  }
}
