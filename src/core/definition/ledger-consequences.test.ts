import fc from 'fast-check'
import { expect, it } from 'vitest'
import { code, date, defineLedger, defineRecord, ledgerConsequences, text } from './index.ts'

const list = {
  name: 'living',
  title: '居住情况',
  items: [
    { code: '1', title: '独居' },
    { code: '2', title: '空巢' },
  ],
}
const person = defineRecord({
  name: 'person',
  title: '居民',
  unit: '人',
  table: 'person',
  fields: {
    birthDate: { type: date, title: '出生日期' },
    work: { type: text({ max: 10 }), title: '就业状况' },
  },
})
const elder = defineLedger({
  name: 'elder',
  title: '老年人台账',
  unit: '人',
  of: person,
  entry: { rule: 'person.age >= 60', message: '未满 60 周岁。' },
  expected: { rule: 'person.age >= 60', reason: '已满 60 周岁。' },
  follows: [{ rule: 'household.size == 1', field: 'living', value: '1', reason: '现为独自居住。' }],
  fields: { living: { type: code(list), title: '居住情况' } },
})
const jobless = defineLedger({
  name: 'jobless',
  title: '失业台账',
  unit: '人',
  of: person,
  expected: { rule: 'person.work == "none"', reason: '登记为无业。' },
  exits: [{ rule: 'person.work == "worker"', reason: '已就业。', cause: 'reclassified' }],
  fields: { note: { type: text({ max: 10 }), title: '备注' } },
})
const on = '2026-06-01'
const of = 'person'
const find = (change: Omit<Parameters<typeof ledgerConsequences>[1], 'of' | 'on'>) =>
  ledgerConsequences([elder, jobless], { of, on, ...change })
const born = (birthDate: string, work?: string, householdSize?: number) => ({
  values: { birthDate, ...(work ? { work } : {}) },
  ...(householdSize === undefined ? {} : { householdSize }),
})

it('tells who enters by which rule and why', () => {
  expect(find({ after: born('1960-01-01'), standing: [] })).toEqual([
    {
      kind: 'enter',
      ledger: 'elder',
      ledgerTitle: '老年人台账',
      rule: 'person.age >= 60',
      reason: '已满 60 周岁。',
    },
  ])
})

it('ends every entry of somebody who dies or moves away, with that cause', () => {
  const standing = [
    { ledger: 'elder', values: {} },
    { ledger: 'jobless', values: {} },
  ]
  expect(
    find({ before: born('1960-01-01'), after: 'died', standing }).map((each) => [each.ledger, each.kind]),
  ).toEqual([
    ['elder', 'leave'],
    ['jobless', 'leave'],
  ])
})

it('leaves a ledger whose exit rule begins to hold, or whose entry rule holds no more', () => {
  expect(
    find({
      before: born('1990-01-01', 'none'),
      after: born('1990-01-01', 'worker'),
      standing: [{ ledger: 'jobless', values: {} }],
    }),
  ).toMatchObject([{ ledger: 'jobless', kind: 'leave', cause: 'reclassified', reason: '已就业。' }])
  expect(
    find({
      before: born('1960-01-01'),
      after: born('1990-01-01'),
      standing: [{ ledger: 'elder', values: {} }],
    }),
  ).toMatchObject([{ ledger: 'elder', kind: 'leave', reason: '未满 60 周岁。' }])
})

it('lets a field follow: the widow who lives alone now', () => {
  expect(
    find({
      before: born('1945-01-01', undefined, 2),
      after: born('1945-01-01', undefined, 1),
      standing: [{ ledger: 'elder', values: { living: '2' } }],
    }),
  ).toMatchObject([{ ledger: 'elder', kind: 'change', field: 'living', value: '1' }])
})

it('says nothing of a change that changes nothing, whatever had been due before', () => {
  const facts = fc.record({
    birthDate: fc.constantFrom('1940-05-01', '1980-01-01', '2020-02-02'),
    work: fc.constantFrom('none', 'worker', 'other'),
    size: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(facts, fc.subarray(['elder', 'jobless']), ({ birthDate, work, size }, inLedgers) => {
      const same = born(birthDate, work, size)
      expect(
        find({
          before: same,
          after: same,
          standing: inLedgers.map((ledger) => ({ ledger, values: {} })),
        }),
      ).toEqual([])
    }),
  )
})
