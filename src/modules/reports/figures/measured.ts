/** A metric that a report asks for at an area; `yearBefore`: at the same cut-off a year earlier. */
export interface Need {
  readonly metric: string
  readonly area: string
  readonly yearBefore?: boolean
}

/** A metric at a scope and cut-off, with what it means and the records behind it. */
export interface Measured extends Need {
  /** Hash of the metric's definition. */
  readonly hash: string
  readonly title: string
  readonly unit: string
  readonly description: string
  readonly areaName: string
  readonly asOf: string
  /** First day of the period; null for a state. */
  readonly from: string | null
  readonly value: number | null
  /** The value as people read it, without unit. */
  readonly text: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** Null where the ledger does not reach back so far. */
  readonly lastYear: number | null
  /** SHA-256 over the sorted (id, version) of the records behind the value, and of those a year before. */
  readonly inputs: string
  readonly inputsLastYear: string
}

/** What a figure's text tells: the value, or how it changed since a year before. */
export type Aspect = 'value' | 'change'
