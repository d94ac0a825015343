import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { CountMetric, MetricDefinition } from '../../core/definition/index.ts'
import { newId } from '../../platform/server/new-id.ts'
import { repositoryFor } from '../../platform/server/office.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { listRows } from '../../platform/server/repository/list.ts'
import { changeRecord, lockRecord, valuesOf } from '../../platform/server/repository/write.ts'
import { at, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { disability } from '../ledgers/index.ts'
import { createReport } from './actions/create-report.ts'
import { publishReport } from './actions/publish-report.ts'
import { verifyFigures } from './actions/verify-figures.ts'
import { openSmallOffice } from './testing/small-office.ts'

type Result = z.infer<typeof verifyFigures.contract.output>['results'][number]

let house: TestOffice
let clerk: Actor
let other: Actor
beforeAll(async () => {
  house = await openSmallOffice()
  clerk = await house.hire('clerk', at('north'))
  other = await house.hire('clerk', at('south'))
})
afterAll(() => house.close())

const published = async () => {
  const { id } = (await house.run(clerk, createReport, {
    template: 'disability-work',
    area: at('north'),
    period: '2025-10',
  })) as { id: string }
  await house.run(clerk, publishReport, { id })
  return id
}
const verify = async (id: string, texts: Record<string, string>) =>
  ((await house.run(clerk, verifyFigures, { report: id, texts })) as { results: Result[] }).results
const textsOf = async (id: string) =>
  Object.fromEntries((await verify(id, {})).map(({ figure }) => [figure.id, figure.text]))
const find = (results: Result[], metric: string, aspect = 'value') =>
  results.find(
    ({ figure }) => figure.metric === metric && figure.aspect === aspect && figure.area === at('north'),
  )!

/** Corrects the level of one entry, as if it had always been so. */
const correct = async (from: string, to: string) => {
  await house.office.connection.db.transaction().execute(async (db) => {
    const repository = repositoryFor(house.office, clerk, { db, command: newId() })
    const { rows } = await listRows(repository, disability, { limit: 1, filters: { level: from } })
    const old = await lockRecord(repository, disability, rows[0]!.row.id)
    const values = { ...valuesOf(repository, disability, old), level: to }
    await changeRecord(repository, disability, old, { values, on: old.valid_from, mode: 'correction' })
  })
}

describe('a report that came back', () => {
  it('is confirmed number by number while nothing changed', async () => {
    const id = await published()
    const results = await verify(id, await textsOf(id))
    expect(results.length).toBeGreaterThan(40)
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['confirmed']))
    expect(find(results, 'disability.careSubsidyCoverage').message).toMatch(
      /与台账一致：\d+ ÷ \d+ = [\d.]+%。/,
    )
    expect(find(results, 'disability.total', 'change').message).toMatch(/\(\d+ - \d+\) ÷ \d+,增长[\d.]+%。/)
  })

  it('tells numbers that were altered or removed, and takes another way of writing for the same', async () => {
    const id = await published()
    const texts = await textsOf(id)
    const results = await verify(id, texts)
    const total = find(results, 'disability.total').figure
    const share = find(results, 'disability.share').figure
    const heavy = find(results, 'disability.heavy').figure
    delete texts[share.id]
    texts[total.id] = '99'
    texts[heavy.id] = `${heavy.text.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)]!)} 人`
    const after = await verify(id, texts)
    expect(find(after, 'disability.total')).toMatchObject({
      verdict: 'altered',
      text: '99',
      current: total.value,
    })
    expect(find(after, 'disability.total').message).toContain(
      `成文时是 ${total.text}人，现在写成了“99”。台账现在仍是 ${total.text} 人。`,
    )
    expect(find(after, 'disability.share')).toMatchObject({ verdict: 'removed', text: null })
    expect(find(after, 'disability.heavy').verdict).toBe('confirmed')
  })

  it('tells numbers that the ledgers have left behind, with the difference', async () => {
    const id = await published()
    const texts = await textsOf(id)
    const before = find(await verify(id, texts), 'disability.total;level=1').figure
    await correct('1', '4')
    const results = await verify(id, texts)
    expect(find(results, 'disability.total;level=1')).toMatchObject({
      verdict: 'stale',
      current: before.value! - 1,
    })
    expect(find(results, 'disability.total;level=1').message).toContain(
      `台账现在是 ${before.value! - 1} 人，少 1 人。`,
    )
    expect(find(results, 'disability.total')).toMatchObject({ verdict: 'confirmed' })
    expect(find(results, 'disability.total').message).toContain('背后有记录在成文之后更正过')
  })

  it('says where a metric is no longer what it was', async () => {
    const id = await published()
    const texts = await textsOf(id)
    const metrics = house.office.catalogue.metrics as Map<string, MetricDefinition>
    const care = metrics.get('disability.care') as CountMetric
    const heavy = metrics.get('disability.heavy')!
    try {
      metrics.set('disability.care', { ...care, where: 'hasCareService == true && level == "1"' })
      metrics.delete('disability.heavy')
      const results = await verify(id, texts)
      expect(find(results, 'disability.care')).toMatchObject({
        verdict: 'unknown',
        current: null,
        message: expect.stringContaining('口径后来改过'),
      })
      expect(find(results, 'disability.heavy')).toMatchObject({
        verdict: 'unknown',
        message: expect.stringContaining('已经取消'),
      })
    } finally {
      metrics.set('disability.care', care)
      metrics.set('disability.heavy', heavy)
    }
  })

  it('is not found by those of other areas, and unknown figures are passed over', async () => {
    const id = await published()
    await expect(house.run(other, verifyFigures, { report: id, texts: {} })).rejects.toMatchObject({
      code: 'report.not_found',
    })
    const texts = await textsOf(id)
    expect(await verify(id, { ...texts, [randomUUID()]: '1' })).toHaveLength(Object.keys(texts).length)
  })
})
