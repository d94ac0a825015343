import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerModule } from '../http/module.ts'
import { at, createTestOffice, type TestOffice } from '../testing/test-office.ts'

let house: TestOffice
beforeAll(async () => {
  house = await createTestOffice({ records: new Map(), ledgers: new Map(), metrics: new Map() })
})
afterAll(() => house.close())

test('a job that a killed server left running is begun again in well under a minute', async () => {
  const repository = house.repository(await house.hire('clerk', at('north')))
  const id = await house.office.jobs.send(repository, { kind: 'count', title: '数', input: {} })
  const { pool } = house.office.connection
  // As a server leaves it that took the job and was killed.
  await pool.query(`update job set state = 'running' where id = $1`, [id])
  await pool.query(
    `update pgboss.job set state = 'active', started_on = now() - interval '20 seconds',
       heartbeat_on = now() - interval '20 seconds' where data->>'id' = $1`,
    [id],
  )
  let done = 0
  const module: ServerModule = {
    actions: [],
    readers: [],
    jobs: () => ({
      count: async () => {
        done++
        return { message: '数完了' }
      },
    }),
  }
  await house.startJobs([module])
  const state = async () => (await pool.query('select state from job where id = $1', [id])).rows[0].state
  await expect.poll(state, { timeout: 40_000, interval: 200 }).toBe('done')
  expect(done).toBe(1)
}, 50_000)
