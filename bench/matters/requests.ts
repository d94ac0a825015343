import type { OpenDatabase } from '../../src/apps/server/open-database.ts'
import { type BenchServer, startBenchServer } from '../bench-server.ts'
import type { Benchmark } from '../benchmark.ts'
import { password } from '../hire-staff.ts'
import { openLoop, quantile, type Times } from '../open-loop.ts'
import { clocks, folder, matters, openMatters, staff } from './matters-office.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 20)
const port = 28_000 + (process.pid % 10_000)

const told = ({ times, failed }: Times): string =>
  `median ${quantile(times, 0.5).toFixed(0)}, p99 ${quantile(times, 0.99).toFixed(0)} ms; failed ${JSON.stringify(failed)}`

/** Serves the district to its staff while something runs; the database is then spoken to directly. */
const served = async <Result>(
  run: (server: BenchServer, cookies: readonly string[]) => Promise<Result>,
): Promise<Result> => {
  const server = await startBenchServer(port, { YOUJU_DATA: folder })
  try {
    const cookies: string[] = []
    for (const { username } of staff) cookies.push(await server.signIn(username, password))
    return await run(server, cookies)
  } finally {
    await server.stop()
  }
}

const using = async <Result>(run: (database: OpenDatabase) => Promise<Result>): Promise<Result> => {
  const database = await openMatters()
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

/** What each of the staff may open: matters of their area, open and closed. */
const someMatters = (database: OpenDatabase): Promise<string[][]> =>
  Promise.all(
    staff.map(async ({ area }) => {
      const { rows } = await database.connection.pool.query(
        `(select id from matter where starts_with(area, $1) limit 200)
         union all (select id from matter_past where ended is not null and starts_with(area, $1) limit 800)`,
        [area],
      )
      return rows.map(({ id }) => id as string)
    }),
  )

type Page = (turn: number, who: number) => string

const pages = (known: readonly string[][]): Record<string, Page> => ({
  board: () => '/api/matters?view=area&limit=50',
  mine: () => '/api/matters?view=mine&limit=50',
  overdue: () => '/api/matters?view=area&overdue=true&limit=50',
  closed: () => '/api/matters?view=area&state=closed&limit=50',
  story: (turn, who) => `/api/matters/${known[who]![(turn * 7) % known[who]!.length]}`,
})

const reads: Benchmark = {
  name: `matters/reads-100-a-second-at-${matters}`,
  async run() {
    const known = await using(someMatters)
    return served(async (server, cookies) => {
      const each = Object.entries(pages(known))
      const byPage: Record<string, number[]> = Object.fromEntries(each.map(([name]) => [name, []]))
      const visit = async (turn: number) => {
        const who = turn % staff.length
        const [name, page] = each[Math.floor(turn / staff.length) % each.length]!
        const start = performance.now()
        const { status } = await server.ask(page(turn, who), { cookie: cookies[who]!, turn })
        if (status !== 200) return `${name} ${status}`
        byPage[name]!.push(performance.now() - start)
        return undefined
      }
      for (let turn = 0; turn < 2 * each.length * staff.length; turn++) await visit(turn)
      for (const list of Object.values(byPage)) list.length = 0
      const measured = await openLoop({ perSecond: 100, seconds }, visit)
      const p95 = quantile(measured.times, 0.95)
      const apart = Object.entries(byPage).map(([name, list]) => `${name} ${quantile(list, 0.95).toFixed(0)}`)
      return {
        n: measured.times.length,
        median: Math.round(p95),
        unit: 'ms (p95 from the scheduled time)',
        reference: 60,
        ratio: p95 / 60,
        note: `the reference is what is asked; p95 apart: ${apart.join(', ')}; ${told(measured)}; ${clocks} open`,
      }
    })
  },
}

const recordOne = (turn: number) => ({
  area: `${staff[turn % 3]!.area}001`,
  content: `三号楼二单元楼道灯不亮，第 ${turn} 次反映，老人出门不便，请尽快来修。`,
  category: '0101',
  channel: 'phone',
  place: `幸福里 ${turn % 90} 号楼`,
})

const intake: Benchmark = {
  name: `matters/intake-50-a-second-at-${matters}`,
  async run() {
    const category = await using(
      async ({ connection }) =>
        (await connection.pool.query('select category from matter limit 1')).rows[0].category as string,
    )
    const acknowledged: string[] = []
    const measured = await served((server, cookies) =>
      openLoop({ perSecond: 50, seconds }, async (turn) => {
        const { status, body } = await server.ask('/api/actions/recordMatter', {
          cookie: cookies[turn % 3]!,
          turn,
          body: { ...recordOne(turn), category },
        })
        if (status !== 200) return `${status} ${body.slice(0, 80)}`
        acknowledged.push(JSON.parse(body).id)
        return undefined
      }),
    )
    const kept = await using(
      async ({ connection }) =>
        (await connection.pool.query('select id from matter where id = any($1::uuid[])', [acknowledged])).rows
          .length,
    )
    const p95 = quantile(measured.times, 0.95)
    return {
      n: acknowledged.length,
      median: Math.round(p95),
      unit: 'ms (p95 from the scheduled time)',
      reference: 80,
      ratio: p95 / 80,
      note: `the reference is what is asked; ${acknowledged.length - kept} lost; ${told(measured)}`,
    }
  },
}

export const requestBenchmarks: readonly Benchmark[] = [reads, intake]
