/** The kinds of values that rules know. Dates are `YYYY-MM-DD`. */
export type RuleType = 'string' | 'int' | 'double' | 'bool' | 'date'

export type RuleValue = string | number | boolean

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

export interface VariableOperand {
  readonly kind: 'variable'
  /** With dots where it belongs to another record: `person.age`. */
  readonly path: string
  readonly type: RuleType
}

export interface LiteralOperand {
  readonly kind: 'literal'
  readonly value: RuleValue
  readonly type: RuleType
}

export interface ArithmeticOperand {
  readonly kind: 'arithmetic'
  readonly operator: '+' | '-' | '*' | '/'
  readonly left: Operand
  readonly right: Operand
  readonly type: 'int' | 'double'
}

/** Something that has a value, or is missing. */
export type Operand = VariableOperand | LiteralOperand | ArithmeticOperand

/** Something that is true or not; never missing. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly left: Operand
      readonly right: Operand
    }
  | { readonly kind: 'oneOf'; readonly operand: Operand; readonly values: readonly LiteralOperand[] }
  | { readonly kind: 'startsWith' | 'contains'; readonly subject: Operand; readonly part: Operand }
  | { readonly kind: 'missing' | 'present'; readonly operand: Operand }

/** A rule that was checked: what it reads, and its meaning as a tree. JSON. */
export interface Rule {
  readonly source: string
  /** The variables it reads, each once. */
  readonly variables: readonly string[]
  readonly condition: Condition
}
