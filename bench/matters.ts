import { proposeCategories } from '../src/modules/matters/category/propose-category.ts'
import type { Benchmark } from './benchmark.ts'
import { clocksBenchmark } from './matters/clocks.ts'
import { killsBenchmark } from './matters/kills.ts'
import { measuresBenchmark } from './matters/measures.ts'
import { publicPageBenchmark } from './matters/public-page.ts'
import { requestBenchmarks } from './matters/requests.ts'
import { sayings } from './matters/sayings.ts'

/** Share of sayings whose category is among the first `most` proposed. */
const shareAmong = (list: readonly (readonly [string, string])[], most: number): number =>
  list.filter(([words, category]) => proposeCategories(words, most).includes(category)).length / list.length

const half = (rest: number) => sayings.filter((_, index) => index % 2 === rest)

const category = (set: string, rest: number): Benchmark => ({
  name: `matters/category-${set}`,
  run: async () => ({
    n: half(rest).length,
    median: Number(shareAmong(half(rest), 3).toFixed(3)),
    unit: 'share right among the first three',
    reference: 0.9,
    note: `the first alone: ${shareAmong(half(rest), 1).toFixed(3)}; the reference is what is asked`,
  }),
})

/** What the handling of matters has to stand, each beside what is asked of it. */
export const benchmarks: Benchmark[] = [
  category('development', 0),
  category('apart', 1),
  ...requestBenchmarks,
  clocksBenchmark,
  measuresBenchmark,
  publicPageBenchmark,
  killsBenchmark,
]
