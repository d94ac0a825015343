import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../../core/time/index.ts'
import type { Problem } from '../../../platform/contract/problem.ts'
import { undoStep } from '../../../platform/server/records/undo-step.ts'
import { listRecords } from '../../../platform/server/repository/list.ts'
import { at } from '../../../platform/server/testing/test-office.ts'
import { agreement } from '../definitions/agreement.ts'
import { facility } from '../definitions/facility.ts'
import { organisation } from '../definitions/organisation.ts'
import { householdServer } from '../household-server.ts'
import { readExpiring } from '../pages/expiring.ts'
import { readOrganisationPage } from '../pages/organisation-page.ts'
import { openRegistryHouse, type RegistryHouse } from '../testing/registry-house.ts'

let registry: RegistryHouse
beforeAll(async () => {
  registry = await openRegistryHouse(householdServer([]))
})
afterAll(() => registry.close())

interface Answer {
  record: { id: string; version: number; area: string }
}
const on = '2025-01-02'
const register = (input: object, actor = registry.clerk) =>
  registry.act('registerRecord', { on, ...input }, actor) as unknown as Promise<Answer>
const found = (name: string, creditCode?: string) =>
  register({
    definition: 'organisation',
    area: at('northFirst'),
    values: { name, kind: '3', ...(creditCode ? { creditCode } : {}) },
  })
const sign = (of: string, name: string, expiresOn?: string) =>
  register({
    definition: 'agreement',
    of,
    values: { name, kind: '1', signedOn: '2025-01-02', ...(expiresOn ? { expiresOn } : {}) },
  })
const page = (id: string, asOf?: string) =>
  readOrganisationPage(registry.house.repository(registry.clerk), id, { asOf })

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Problem) => error.code,
  )

it('holds a credit code against its check digit, and registers it once in the district', async () => {
  expect(await code(found('错码公司', '91350100M000100Y4A'))).toBe('field.invalid')
  await found('好码公司', '91350100M000100Y43')
  expect(await code(found('又一家', '91350100M000100Y43'))).toBe('organisation.already_there')
  const south = await registry.house.hire('clerk', at('south'))
  const there = { definition: 'organisation', area: at('northFirst'), values: { name: '别处', kind: '3' } }
  expect(await code(register(there, south))).toBe('right.missing')
})

it('is found by part of its name, its credit code or its address', async () => {
  await register({
    definition: 'organisation',
    area: at('northFirst'),
    values: { name: '晨光文具店', kind: '4', address: '槐安路 12 号' },
  })
  const repository = registry.house.repository(registry.clerk)
  const names = async (q: string) =>
    (await listRecords(repository, organisation, { q, limit: 5 })).rows.map(({ display }) => display.name)
  expect(await names('文具')).toEqual(['晨光文具店'])
  expect(await names('槐安')).toEqual(['晨光文具店'])
  expect(await names('M000100Y')).toEqual(['好码公司'])
})

it('reminds of agreements that end within 30 days, until they are renewed or ended', async () => {
  const { record: shop } = await found('到期商店')
  const { today } = registry.house.repository(registry.clerk)
  expect(await code(sign(shop.id, '倒着的', '2024-12-31'))).toBe('field.invalid')
  const { record: soon } = await sign(shop.id, '快到期的', addDays(today, 20))
  const { record: past } = await sign(shop.id, '已到期的', addDays(today, -3))
  await sign(shop.id, '还早的', addDays(today, 31))
  await sign(shop.id, '长期的')
  const reminded = async () =>
    (await readExpiring(registry.house.repository(registry.clerk))).agreements.map(({ name }) => name)
  expect(await reminded()).toEqual(['已到期的', '快到期的'])
  await registry.act('editRegistryRecord', {
    definition: 'agreement',
    id: soon.id,
    version: 1,
    mode: 'change',
    on: today,
    values: { expiresOn: addDays(today, 365) },
  })
  await registry.act('endRegistryRecord', {
    definition: 'agreement',
    id: past.id,
    version: 1,
    on: today,
    cause: 'expired',
  })
  expect(await reminded()).toEqual([])
  const { agreements, timeline } = await page(shop.id)
  expect(agreements.map(({ display }) => display.name)).toEqual(['还早的', '快到期的', '长期的'])
  expect(timeline.map(({ kind }) => kind)).toContain('ended')
})

it('ends with its agreements and frees what it looked after, as one step to be taken back', async () => {
  const { record: firm } = await found('物业公司')
  const { record: paper } = await sign(firm.id, '服务协议')
  const { record: hydrant } = await register({
    definition: 'facility',
    area: at('northSecond'),
    values: {
      name: '3 号消防栓',
      kind: '12',
      state: '1',
      maintainer: firm.id,
      longitude: 116.1,
      latitude: 39.2,
    },
  })
  expect(
    await code(
      register({
        definition: 'facility',
        area: at('north'),
        values: { name: '半个点', kind: '12', state: '1', longitude: 1 },
      }),
    ),
  ).toBe('field.invalid')
  expect((await page(firm.id)).facilities).toMatchObject([{ id: hydrant.id }])
  // What others point to is not simply undone.
  const undo = (definition: string, id: string) =>
    registry.house.run(registry.clerk, undoStep, { definition, id, version: 1 })
  expect(await code(undo('organisation', firm.id))).toBe('record.stale')

  await registry.act('endRegistryRecord', {
    definition: 'organisation',
    id: firm.id,
    version: 1,
    on: '2025-06-01',
    cause: 'closed',
  })
  const repository = registry.house.repository(registry.clerk)
  const standing = async () => ({
    papers: (await listRecords(repository, agreement, { limit: 50 })).rows.some(({ id }) => id === paper.id),
    kept: (await listRecords(repository, facility, { limit: 5 })).rows[0]!.display.maintainer,
  })
  expect(await standing()).toEqual({ papers: false, kept: undefined })
  expect((await page(firm.id, '2025-05-01')).agreements).toHaveLength(1)
  await undo('organisation', firm.id)
  expect(await standing()).toEqual({ papers: true, kept: '物业公司' })
})
