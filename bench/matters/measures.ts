import { catalogue } from '../../src/apps/catalogue.ts'
import { matterMetrics } from '../../src/modules/matters/index.ts'
import { measure } from '../../src/platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../../src/platform/server/figures/read-figure.ts'
import { repositoryFor } from '../../src/platform/server/office.ts'
import { loadAreaTree } from '../../src/platform/server/permission/area-tree.ts'
import type { Benchmark } from '../benchmark.ts'
import { district, medianOf, timed } from '../million.ts'
import { matters, openMatters } from './matters-office.ts'

/** All measures of matters, of the whole district over a year, one after the other as a report asks for them. */
export const measuresBenchmark: Benchmark = {
  name: `matters/measures-of-a-district-year-at-${matters}`,
  async run() {
    const { connection, cipher, close } = await openMatters()
    try {
      const areas = await loadAreaTree(connection.db, district)
      const posts = [{ id: '', role: 'officer' as const, area: district }]
      const actor = { id: '00000000-0000-7000-8000-000000000001', name: 'bench', district, posts }
      const office = { district, zone: 'Asia/Shanghai', connection, catalogue, cipher, areas }
      const repository = repositoryFor(office, actor)
      const today = repository.today
      const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
      const apart = new Map<string, number[]>()
      const year = async () => {
        for (const metric of matterMetrics) {
          const took = await timed(() =>
            measure(repository, metric, cutoffOf(repository, { from, asOf: today })),
          )
          apart.set(metric.name, [...(apart.get(metric.name) ?? []), took])
        }
      }
      await year()
      apart.clear()
      const runs: number[] = []
      for (let run = 0; run < 5; run++) runs.push(await timed(year))
      const slowest = [...apart]
        .map(([name, list]) => [name, medianOf(list)] as const)
        .sort(([, one], [, other]) => other - one)
      return {
        n: runs.length,
        median: Math.round(medianOf(runs)),
        unit: `ms (all ${matterMetrics.length} measures together)`,
        reference: 400,
        ratio: medianOf(runs) / 400,
        note: `the reference is what is asked; slowest: ${slowest
          .slice(0, 4)
          .map(([name, took]) => `${name} ${took.toFixed(0)} ms`)
          .join(', ')}`,
      }
    } finally {
      await close()
    }
  },
}
