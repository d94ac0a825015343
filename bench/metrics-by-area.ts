import { catalogue } from '../src/apps/catalogue.ts'
import { addDays } from '../src/core/time/index.ts'
import { breakDownByArea } from '../src/platform/server/figures/breakdown.ts'
import { cutoffOf } from '../src/platform/server/figures/read-figure.ts'
import { loadAreaTree } from '../src/platform/server/permission/area-tree.ts'
import type { Benchmark } from './benchmark.ts'
import { handWritten } from './hand-written-metrics.ts'
import { type District, district, medianOf, openDistrict, residents, timed } from './million.ts'

const runs = 3

/** The hand-written SQL of a metric, by subdistrict. */
const byHand = (text: string): string => {
  const area = text.includes(' e join ') ? 'e.area' : 'area'
  return `${text.replace('select ', `select left(${area}, 9) as key, `)} group by 1`
}

const middle = async (run: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < runs; turn++) times.push(await timed(run))
  return medianOf(times)
}

/** Milliseconds of every hand-written metric over the whole district by its subdistricts, ours and by hand. */
const measureAll = async ({ database, repositoryAt }: District, asOf: string | undefined) => {
  const repository = repositoryAt(district)
  const { db, pool } = database.connection
  const areas = await loadAreaTree(db, district)
  const measured: { name: string; ours: number; hand: number }[] = []
  for (const [name, text] of Object.entries(handWritten)) {
    const metric = catalogue.metrics.get(name)!
    const cutoff = cutoffOf(repository, { asOf })
    const ask = () => breakDownByArea(repository, areas, metric, cutoff)
    const ours = await middle(ask)
    if (asOf !== undefined) {
      measured.push({ name, ours, hand: Number.NaN })
      continue
    }
    const hand = await middle(() => pool.query(byHand(text)))
    const { rows } = await pool.query<{ key: string; value: string }>(byHand(text))
    const values = new Map(rows.map(({ key, value }) => [key, Number(value)]))
    for (const { key, value } of (await ask()).groups)
      if (value !== (values.get(key) ?? 0))
        throw new Error(`${name} in ${key}: ${value}, by hand ${values.get(key)}`)
    measured.push({ name, ours, hand })
  }
  return measured.toSorted((one, other) => other.ours - one.ours)
}

const rounded = (value: number) => Math.round(value * 10) / 10

const at = (title: string, limit: number, asOf: (today: string) => string | undefined): Benchmark => ({
  name: `registry/metrics-by-area-${title}-at-${residents}`,
  async run() {
    const house = await openDistrict()
    try {
      const day = asOf(house.repositoryAt(district).today)
      const measured = await measureAll(house, day)
      const slowest = measured[0]!
      const worst = Math.max(...measured.map(({ ours, hand }) => ours / hand))
      return {
        n: measured.length,
        median: rounded(slowest.ours),
        unit: 'ms',
        reference: limit,
        ratio: Math.round((slowest.ours / limit) * 100) / 100,
        note:
          `the slowest, ${slowest.name}; the middle one ${rounded(medianOf(measured.map(({ ours }) => ours)))} ms` +
          (day === undefined
            ? `; by hand ${rounded(slowest.hand)} and ${rounded(medianOf(measured.map(({ hand }) => hand)))} ms, at most ${rounded(worst)} times that; every value equal`
            : '') +
          '; the whole district by subdistrict, each the middle of three; reference: asked for',
      }
    } finally {
      await house.close()
    }
  },
})

/** How long a breakdown of the whole district takes, today and as it was a year ago. */
export const benchmarks: Benchmark[] = [
  at('today', 250, () => undefined),
  at('a-year-ago', 500, (today) => addDays(today, -365)),
]
