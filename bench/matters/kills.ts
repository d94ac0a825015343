import { setTimeout } from 'node:timers/promises'
import { newId } from '../../src/platform/server/new-id.ts'
import { type BenchServer, startBenchServer } from '../bench-server.ts'
import type { Benchmark } from '../benchmark.ts'
import { password } from '../hire-staff.ts'
import { folder, matters, openMatters, staff } from './matters-office.ts'

const kills = Number(process.env.BENCH_KILLS ?? 100)
const writers = 8
const port = 48_000 + (process.pid % 10_000)

/**
 * Eight people record matters without pause while the server is killed again and again; who got no answer sends the
 * same command again under the same key. At the end every acknowledged matter is there, each once.
 */
export const killsBenchmark: Benchmark = {
  name: `matters/killed-${kills}-times-at-${matters}`,
  async run() {
    const database = await openMatters()
    const { connection, ownerUrl } = database
    try {
      const { pool } = connection
      const { category } = (await pool.query('select category from matter limit 1')).rows[0]
      const env = { YOUJU_DATA: folder, DATABASE_URL: ownerUrl }
      let server: BenchServer = await startBenchServer(port, env)
      const cookie = await server.signIn(staff[0].username, password)
      const run = newId()
      const acknowledged = new Map<string, string>()
      let [sent, again, over] = [0, 0, false]
      const write = async () => {
        while (!over) {
          const content = `${run} 第 ${++sent} 件`
          const key = newId()
          for (let attempt = 1; ; attempt++) {
            const answer = await server
              .ask('/api/actions/recordMatter', {
                cookie,
                key,
                turn: sent,
                body: { area: `${staff[0].area}001`, content, category, channel: 'phone' },
              })
              .catch(() => undefined)
            if (answer?.status === 200) {
              acknowledged.set(content, JSON.parse(answer.body).id)
              break
            }
            if (answer && answer.status < 500) throw new Error(`${answer.status} ${answer.body}`)
            if (attempt > 1) again++
            await setTimeout(50)
          }
        }
      }
      const writing = Promise.all(Array.from({ length: writers }, write))
      for (let killed = 0; killed < kills; killed++) {
        await setTimeout(150 + ((killed * 37) % 300))
        await server.kill()
        server = await startBenchServer(port, env)
      }
      over = true
      await writing
      await server.stop()
      const { rows } = await pool.query(
        'select content, count(*) as times, min(id::text) as id from matter where content like $1 group by content',
        [`${run}%`],
      )
      const stored = new Map(rows.map(({ content, id }) => [content, id]))
      const lost = [...acknowledged].filter(([content, id]) => stored.get(content) !== id).length
      const doubled = rows.filter(({ times }) => Number(times) > 1).length
      return {
        n: acknowledged.size,
        median: lost + doubled,
        unit: 'acknowledged matters lost or doubled',
        reference: 0,
        note: `${kills} kills; ${lost} lost, ${doubled} doubled; ${again} attempts met no server`,
      }
    } finally {
      await database.close()
    }
  },
}
