import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { startBenchServer } from '../bench-server.ts'
import type { Benchmark } from '../benchmark.ts'
import { quantile } from '../open-loop.ts'
import { clocks, folder, matters, openMatters } from './matters-office.ts'

const due = Number(process.env.BENCH_DEADLINES ?? 600)
const seconds = 60
const port = 38_000 + (process.pid % 10_000)

/**
 * Two servers on one database look at the clocks; deadlines fall evenly over a minute, and half-way one server is
 * killed. Counted is how late each deadline was acted on, and how often.
 */
export const clocksBenchmark: Benchmark = {
  name: `matters/deadlines-among-${clocks}-clocks-at-${matters}`,
  async run() {
    const database = await openMatters()
    const { ownerUrl, connection } = database
    try {
      const { pool } = connection
      const owner = new pg.Client({ connectionString: ownerUrl })
      await owner.connect()
      // Whatever else has run out by today does not count, and shall not stand in the way.
      await owner.query(
        `update matter_clock set due_at = now() + interval '30 days', next_at = now() + interval '30 days', stage = 'expire'`,
      )
      const env = { YOUJU_DATA: folder, DATABASE_URL: ownerUrl }
      const servers = [await startBenchServer(port, env), await startBenchServer(port + 1, env)]
      try {
        const start = new Date(Date.now() + 3000)
        const { rows: chosen } = await owner.query(
          `with picked as (select district, matter, row_number() over () as place from matter_clock
             where name = 'finish' and stage = 'expire' order by matter limit $1)
           update matter_clock c set due_at = $2::timestamptz + picked.place * $3::double precision * interval '1 second',
             next_at = $2::timestamptz + picked.place * $3::double precision * interval '1 second'
           from picked where c.district = picked.district and c.matter = picked.matter and c.name = 'finish'
           returning c.matter, c.due_at`,
          [due, start, seconds / due],
        )
        await owner.end()
        await setTimeout(3000 + (seconds * 1000) / 2)
        await servers[0]!.kill()
        await setTimeout((seconds * 1000) / 2 + 10_000)
        const { rows } = await pool.query(
          `select matter, count(*) as times, min(at) as at from matter_step
           where kind = 'expire' and matter = any($1::uuid[]) and at > $2 group by matter`,
          [chosen.map(({ matter }) => matter), start],
        )
        const dueAt = new Map(chosen.map(({ matter, due_at }) => [matter, new Date(due_at).getTime()]))
        const late = rows.map(({ matter, at }) => (new Date(at).getTime() - dueAt.get(matter)!) / 1000)
        const twice = rows.filter(({ times }) => Number(times) !== 1).length
        return {
          n: chosen.length,
          median: Math.round(quantile(late, 0.999) * 10) / 10,
          unit: 's late at most',
          reference: 5,
          ratio: quantile(late, 0.999) / 5,
          note: `the reference is what is asked; ${chosen.length - rows.length} not acted on, ${twice} more than once; two servers, one killed half-way; median ${quantile(late, 0.5).toFixed(1)} s`,
        }
      } finally {
        for (const server of servers) await server.stop()
      }
    } finally {
      await database.close()
    }
  },
}
