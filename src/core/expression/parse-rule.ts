import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js'
import { RuleError } from './rule-error.ts'

// No rule that people write comes near; deeper ones are refused before they cost anything.
const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 500, maxDepth: 60, maxListElements: 200 },
})

const describeCharacter = (character: string): string => {
  if (character === '=') return '比较相等要写两个等号“==”'
  if (character === '&' || character === '|') return `“并且”写“&&”，“或者”写“||”`
  if (character.codePointAt(0)! > 127)
    return `“${character}”不能直接写在规则里：符号用半角的，文字要放在英文引号里`
  return `“${character}”不该出现在这里`
}

const describe = (error: ParseError, source: string): string => {
  const { start, end } = error.range ?? { start: 0, end: 0 }
  const character = String.fromCodePoint(source.codePointAt(start) ?? 32)
  switch (error.code) {
    case 'unexpected_character':
      return describeCharacter(character)
    case 'unexpected_token':
    case 'expected_token':
      return start >= source.trimEnd().length ? '规则没有写完' : `“${source.slice(start, end)}”不该出现在这里`
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
    case 'newline_in_string':
      return '引号没有成对'
    case 'invalid_number':
    case 'invalid_exponent':
      return `“${source.slice(start, end)}”不是能用的数`
    case 'reserved_identifier':
      return `“${source.slice(start, end)}”是保留的词，不能作名称`
    case 'limit_exceeded':
      return '规则太长或层次太深，请拆开'
    default:
      return '写法不对'
  }
}

/** Parses CEL. Throws a `RuleError` where it is not well formed. */
export const parseRule = (source: string): ASTNode => {
  if (source.trim() === '') throw new RuleError('规则是空的', 0)
  try {
    return environment.parse(source).ast
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new RuleError(describe(error, source), error.range?.start ?? 0)
  }
}
