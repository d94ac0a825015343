import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineMetric } from '../../core/definition/index.ts'
import { measure } from '../../platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../../platform/server/figures/read-figure.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { undoStep } from '../../platform/server/records/undo-step.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { addEntry } from './actions/add-entry.ts'
import { endEntry } from './actions/end-entry.ts'
import { builtInLedgers, volunteerTeam } from './definition.ts'
import { ledgerMetrics } from './metrics.ts'

const flow = (name: 'entered' | 'left') =>
  defineMetric({
    name: `team.${name}`,
    title: name,
    unit: '支',
    count: volunteerTeam,
    flow: name,
    description: '测试',
  })

let house: TestOffice
let clerk: Actor
beforeAll(async () => {
  house = await createTestOffice({
    records: new Map(),
    ledgers: new Map(builtInLedgers.map((ledger) => [ledger.name, ledger])),
    metrics: new Map(ledgerMetrics.map((metric) => [metric.name, metric])),
  })
  clerk = await house.hire('clerk', at('north'))
})
afterAll(() => house.close())

const count = async (name: 'entered' | 'left', knownAt?: Date) =>
  (
    await measure(
      house.repository(clerk),
      flow(name),
      cutoffOf(house.repository(clerk), { from: '2025-03-01', asOf: '2025-03-31', knownAt }),
    )
  ).value

/** An instant between two writes. */
const pause = async () => {
  await new Promise((done) => setTimeout(done, 5))
  const now = new Date()
  await new Promise((done) => setTimeout(done, 5))
  return now
}

it('counts what came and went in the period, as it was known at each instant, undone steps aside', async () => {
  const before = await pause()
  const { record } = (await house.run(clerk, addEntry, {
    ledger: 'volunteerTeam',
    area: at('north'),
    on: '2025-03-10',
    values: { name: '红马甲', kind: '01', managerName: '王五', memberCount: 12 },
  })) as { record: { id: string } }
  const entered = await pause()
  await house.run(clerk, endEntry, {
    ledger: 'volunteerTeam',
    id: record.id,
    version: 1,
    on: '2025-03-20',
    cause: 'mistaken',
  })
  const ended = await pause()
  await house.run(clerk, undoStep, { definition: 'volunteerTeam', id: record.id, version: 1 })

  expect([await count('entered', before), await count('left', before)]).toEqual([0, 0])
  expect([await count('entered', entered), await count('left', entered)]).toEqual([1, 0])
  expect([await count('entered', ended), await count('left', ended)]).toEqual([1, 1])
  expect([await count('entered'), await count('left')]).toEqual([1, 0])
})
