import type { Definition } from './record.ts'

interface MetricBase {
  readonly name: string
  readonly title: string
  readonly unit: string
  /** The definition (口径) in a sentence, for people. */
  readonly description: string
  /** Other words by which reports call it. */
  readonly synonyms: readonly string[]
}

/**
 * What is counted. `stock` is the state on a day; `entered` and `left` count what came and went within a period.
 */
export type Flow = 'stock' | 'entered' | 'left'

/** A number counted or summed over records. */
export interface CountMetric extends MetricBase {
  readonly kind: 'count'
  readonly of: Definition
  readonly flow: Flow
  /** Segment: a rule (CEL) over the record's fields, `person.…` for the subject's. */
  readonly where?: string
  /** Field to sum; records are counted where absent. */
  readonly sum?: string
  /** Count distinct values of this field, such as households. */
  readonly distinct?: string
  /** Dimensions by which it may be broken down. */
  readonly by: readonly string[]
}

/** A share of two other metrics, in percent or as a plain quotient. */
export interface RatioMetric extends MetricBase {
  readonly kind: 'ratio'
  readonly numerator: CountMetric
  readonly denominator: CountMetric
  /** 100 for a percentage, 1 for a quotient. */
  readonly times: number
  readonly decimals: number
}

export type MetricDefinition = CountMetric | RatioMetric

interface BaseInput {
  name: string
  title: string
  unit: string
  description: string
  synonyms?: readonly string[]
}

/** Defines a metric once; SQL, drill-down, catalogue entry and report tag derive from it (design.md §7). */
export const defineMetric = (
  input: BaseInput & {
    count: Definition
    flow?: Flow
    where?: string
    sum?: string
    distinct?: string
    by?: readonly string[]
  },
): CountMetric => {
  const { count, ...rest } = input
  return {
    ...rest,
    kind: 'count',
    of: count,
    flow: input.flow ?? 'stock',
    by: input.by ?? [],
    synonyms: input.synonyms ?? [],
  }
}

/** Defines a share of two metrics, such as the coverage of a benefit. */
export const defineRatio = (
  input: BaseInput & { numerator: CountMetric; denominator: CountMetric; times?: number; decimals?: number },
): RatioMetric => ({
  ...input,
  kind: 'ratio',
  times: input.times ?? 100,
  decimals: input.decimals ?? 1,
  synonyms: input.synonyms ?? [],
})
