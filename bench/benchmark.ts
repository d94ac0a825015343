/** One measurement: what is timed, and what it is compared with in the same run. */
export interface Benchmark {
  /** Suite and subject, such as `import/100000-rows`; `npm run bench -- import` filters by a part of it. */
  name: string
  run(): Promise<Measurement>
}

export interface Measurement {
  /** How many times it ran. */
  n: number
  /** The middle of the n runs, in `unit`. */
  median: number
  unit: string
  /** The same unit, for the reference measured in the same run. */
  reference?: number
  /** median ÷ reference */
  ratio?: number
  /** What the reference is, or what limits the comparison. */
  note?: string
}
