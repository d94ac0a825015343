import { catalogue } from '../src/apps/catalogue.ts'
import { measure } from '../src/platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../src/platform/server/figures/read-figure.ts'
import type { Benchmark } from './benchmark.ts'
import { handWritten } from './hand-written-metrics.ts'
import { district, medianOf, openDistrict, residents, timed } from './million.ts'

/** As many as a long report has: the hand-written ones in turn until there are fifty. */
const fifty = Array.from(
  { length: 50 },
  (_, index) => Object.keys(handWritten)[index % Object.keys(handWritten).length]!,
)

/** Fifty metrics for one report, current, over the whole district. */
export const benchmarks: Benchmark[] = [
  {
    name: `registry/metrics-50-for-a-report-at-${residents}`,
    async run() {
      const house = await openDistrict()
      try {
        const repository = house.repositoryAt(district)
        const { pool } = house.database.connection
        const byCatalogue = () =>
          timed(async () => {
            for (const name of fifty)
              await measure(repository, catalogue.metrics.get(name)!, cutoffOf(repository, {}))
          })
        const byHand = () =>
          timed(async () => {
            for (const name of fifty) await pool.query(handWritten[name]!)
          })
        for (const [name, sql] of Object.entries(handWritten)) {
          const ours = await measure(repository, catalogue.metrics.get(name)!, cutoffOf(repository, {}))
          const theirs = Number((await pool.query(sql)).rows[0].value)
          if (ours.value !== theirs) throw new Error(`${name}: ${ours.value}, by hand ${theirs}`)
        }
        const pairs: [number, number][] = []
        for (let run = 0; run < 5; run++) pairs.push([await byCatalogue(), await byHand()])
        const median = medianOf(pairs.map(([ours]) => ours))
        const reference = medianOf(pairs.map(([, theirs]) => theirs))
        return {
          n: pairs.length,
          median,
          unit: 'ms',
          reference,
          ratio: median / reference,
          note: 'the same SQL by hand; every value equal',
        }
      } finally {
        await house.close()
      }
    },
  },
]
