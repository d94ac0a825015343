import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '../../core/time/index.ts'
import { readDifference } from '../../platform/server/differences/read-difference.ts'
import { breakDown, breakDownByArea } from '../../platform/server/figures/breakdown.ts'
import { measure } from '../../platform/server/figures/evaluate-metric.ts'
import { metricFilters, metricFrom } from '../../platform/server/figures/metric-query.ts'
import { cutoffOf, readFigure } from '../../platform/server/figures/read-figure.ts'
import { listRecords } from '../../platform/server/repository/list.ts'
import type { Repository } from '../../platform/server/repository/repository.ts'
import { catalogue } from '../catalogue.ts'
import { type OpenDemo, openDemo } from '../demo/testing/open-demo.ts'

let demo: OpenDemo
let repository: Repository

beforeAll(async () => {
  demo = await openDemo(900)
  repository = await demo.repositoryOf('jiedao')
})
afterAll(() => demo.close())

const metrics = [...catalogue.metrics.values()]
const counts = metrics.filter((metric) => metric.kind === 'count')

describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (_, metric) => {
  it('has a value today and a year ago, and is not negative', async () => {
    const figure = await readFigure(repository, metric, cutoffOf(repository, {}))
    for (const value of [figure.value, figure.lastYear])
      if (value !== null) expect(value).toBeGreaterThanOrEqual(0)
    expect(figure.text).toMatch(/^(\d+(\.\d+)?|—)$/)
  })
})

describe.each(counts.map((metric) => [metric.name, metric] as const))('%s', (_, metric) => {
  it('equals the number of records behind it', async () => {
    if (metric.sum || metric.distinct) return
    const cutoff = cutoffOf(repository, { from: addMonths(repository.today, -12) })
    const { value } = await measure(repository, metric, cutoff)
    const list = await listRecords(repository, metric.of, {
      ...cutoff,
      limit: 1,
      where: metricFilters(repository, metric, cutoff),
      from: (withSubject) => metricFrom(repository, metric, cutoff, withSubject),
    })
    expect(list.total).toBe(value)
  })

  it('differs from last month by its causes, exactly', async () => {
    if (metric.flow !== 'stock') return
    const asOf = repository.today
    const since = addMonths(asOf, -1)
    const knownThen = new Date(`${since}T23:59:59+08:00`)
    const { start, end, causes } = await readDifference(repository, metric, { asOf, since, knownThen })
    expect(end).toBeCloseTo((await measure(repository, metric, cutoffOf(repository, {}))).value ?? 0, 6)
    expect(start + causes.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(end, 6)
    for (const { title } of causes) expect(title).not.toMatch(/^其他原因/)
  })

  it('is the sum of its areas, and of the groups of each dimension, today and in the past', async () => {
    for (const asOf of [repository.today, addMonths(repository.today, -9)]) {
      const cutoff = cutoffOf(repository, { asOf, from: addMonths(asOf, -6) })
      const whole = (await measure(repository, metric, cutoff)).value ?? 0
      const sum = (groups: { value: number | null }[]) =>
        groups.reduce((total, group) => total + (group.value ?? 0), 0)
      if (!metric.distinct)
        expect(
          sum((await breakDownByArea(repository, demo.office.areas, metric, cutoff)).groups),
        ).toBeCloseTo(whole, 6)
      for (const path of metric.by)
        expect(sum((await breakDown(repository, metric, cutoff, path)).groups)).toBeCloseTo(whole, 6)
    }
  })
})

it('gives the value that was known before a later correction, when asked for that instant', async () => {
  const residents = catalogue.metrics.get('registry.residents')!
  const asOf = addMonths(repository.today, -3)
  const now = await measure(repository, residents, cutoffOf(repository, { asOf }))
  const known = await measure(repository, residents, cutoffOf(repository, { asOf, knownAt: new Date() }))
  expect(known).toEqual(now)
})
