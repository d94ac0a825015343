import { afterAll, beforeAll, expect, it } from 'vitest'
import { measure } from '../../platform/server/figures/evaluate-metric.ts'
import { cutoffOf } from '../../platform/server/figures/read-figure.ts'
import type { Actor } from '../../platform/server/permission/actor.ts'
import { countRows, listRecords } from '../../platform/server/repository/list.ts'
import { at, createTestOffice, type TestOffice } from '../../platform/server/testing/test-office.ts'
import { registryRecords } from '../registry/index.ts'
import { addEntry } from './actions/add-entry.ts'
import { defineOwnLedger } from './actions/define-own-ledger.ts'
import { retireOwnLedger } from './actions/retire-own-ledger.ts'
import { withOwnLedgers } from './own-ledgers.ts'

const empty = {
  records: new Map(registryRecords.map((record) => [record.name, record])),
  ledgers: new Map(),
  metrics: new Map(),
}

let house: TestOffice
let officer: Actor
beforeAll(async () => {
  house = await createTestOffice({ ...empty, ledgers: new Map(), metrics: new Map() })
  officer = await house.hire('officer', at('subdistrict'))
})
afterAll(() => house.close())

const hazard = {
  name: 'hazard',
  title: '隐患台账',
  unit: '处',
  fields: [
    { key: 'place', title: '地点', type: { type: 'text', max: 60 }, required: true },
    { key: 'isSettled', title: '是否整改', type: { type: 'flag' } },
  ],
}

it('is entered, listed, filtered and counted like any other, with no deployment', async () => {
  await house.run(officer, defineOwnLedger, { definition: hazard })
  for (const [place, isSettled] of [
    ['1号楼', true],
    ['2号楼', false],
  ] as const)
    await house.run(officer, addEntry, {
      ledger: 'hazard',
      area: at('north'),
      on: '2025-01-01',
      values: { place, isSettled },
    })
  const repository = house.repository(officer)
  const ledger = repository.catalogue.ledgers.get('hazard')!
  expect(
    (await listRecords(repository, ledger, { limit: 10, filters: { isSettled: 'false' } })).rows[0]?.values
      .place,
  ).toBe('2号楼')
  expect(
    (await measure(repository, repository.catalogue.metrics.get('hazard.total')!, cutoffOf(repository, {})))
      .value,
  ).toBe(2)
})

it('is there after a restart', async () => {
  const again = await withOwnLedgers(house.office.connection.db, house.office.district, empty)
  expect(again.ledgers.get('hazard')?.title).toBe('隐患台账')
})

it('can be widened, and loses no field', async () => {
  await house.run(officer, defineOwnLedger, {
    definition: {
      ...hazard,
      fields: [...hazard.fields, { key: 'foundOn', title: '发现日期', type: { type: 'date' } }],
    },
  })
  await expect(house.run(officer, defineOwnLedger, { definition: hazard })).rejects.toThrow(
    /发现日期.*不能删去/,
  )
  expect(
    await countRows(house.repository(officer), house.repository(officer).catalogue.ledgers.get('hazard')!, {
      limit: 0,
    }),
  ).toBe(2)
})

it('names what is wrong with a definition', async () => {
  const wrong = { ...hazard, name: 'other', fields: [{ key: 'x', title: '某项', type: { type: 'texte' } }] }
  await expect(house.run(officer, defineOwnLedger, { definition: wrong })).rejects.toThrow(/某项/)
})

it('takes no name that a record has, and none that every object has', async () => {
  const define = (changes: object) =>
    house.run(officer, defineOwnLedger, { definition: { ...hazard, ...changes } })
  await expect(define({ name: 'person' })).rejects.toMatchObject({ code: 'field.invalid' })
  await expect(define({ name: 'constructor' })).rejects.toMatchObject({ code: 'field.invalid' })
  const fields = [{ key: 'constructor', title: '施工方', type: { type: 'text' } }]
  await expect(define({ name: 'works', fields })).rejects.toMatchObject({ code: 'field.invalid' })
})

it('names ledger and fields from their titles, since people know titles only', async () => {
  const { ledger } = (await house.run(officer, defineOwnLedger, {
    definition: {
      title: '楼道杂物',
      unit: '处',
      fields: [
        { title: '楼栋', type: { type: 'text' } },
        { title: '楼栋', type: { type: 'text' } },
        { title: '（1）', type: { type: 'flag' } },
      ],
    },
  })) as { ledger: string }
  expect(ledger).toBe('loudaozawu')
  expect(Object.keys(house.office.catalogue.ledgers.get(ledger)!.fields)).toEqual([
    'loudong',
    'loudong2',
    'field',
  ])
})

it('keeps the choices that entries may hold, and what has no entry may change at will', async () => {
  const own = (items: { code: string; title: string }[]) => ({
    name: 'stairs',
    title: '楼道',
    unit: '处',
    fields: [
      { key: 'kind', title: '种类', type: { type: 'code', list: { name: 'own', title: '种类', items } } },
    ],
  })
  const bikes = { code: '1', title: '电动车' }
  const other = { code: '2', title: '杂物' }
  await house.run(officer, defineOwnLedger, { definition: own([bikes]) })
  await house.run(officer, defineOwnLedger, { definition: own([bikes, other]) })
  await house.run(officer, defineOwnLedger, { definition: own([other]) })
  await house.run(officer, addEntry, {
    ledger: 'stairs',
    area: at('north'),
    on: '2025-01-01',
    values: { kind: '2' },
  })
  await expect(house.run(officer, defineOwnLedger, { definition: own([bikes]) })).rejects.toThrow(
    /杂物.*不能删去/,
  )
})

it('a retired ledger takes nothing new, is read on, and can come back', async () => {
  const entry = { ledger: 'stairs', area: at('north'), on: '2025-01-01', values: { kind: '2' } }
  await house.run(officer, retireOwnLedger, { ledger: 'stairs', retire: true, reason: '合并到隐患台账' })
  await expect(house.run(officer, addEntry, entry)).rejects.toMatchObject({ code: 'ledger.retired' })
  const again = await withOwnLedgers(house.office.connection.db, house.office.district, empty)
  expect(again.ledgers.get('stairs')?.retired).toBe(house.repository(officer).today)
  expect(await countRows(house.repository(officer), again.ledgers.get('stairs')!, { limit: 0 })).toBe(1)
  await house.run(officer, retireOwnLedger, { ledger: 'stairs', retire: false, reason: '还要用' })
  await house.run(officer, addEntry, entry)
})
