import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Filterable } from '../../../../platform/web/table/filterable.ts'
import { choosable, type RuleTerms, readTerms, writeRule } from './rule-terms.ts'

const option = (value: string) => ({ value, title: value })
const fields: Filterable[] = [
  { key: 'level', title: '等级', control: { kind: 'choice', options: ['1', '2', '3'].map(option) } },
  { key: 'certified', title: '持证', control: { kind: 'flag' } },
  { key: 'note', title: '说明', control: { kind: 'text' } },
  {
    key: 'person.age',
    title: '年龄',
    control: { kind: 'number', decimals: 0, min: 0, max: 150, unit: '岁' },
  },
  { key: 'onsetDate', title: '日期', control: { kind: 'date', precision: 'day' } },
  { key: 'area', title: '区域', control: { kind: 'area' } },
] as Filterable[]
const offered = choosable(fields)

it('offers only fields that a rule can be put together from', () => {
  expect(offered.map(({ key }) => key)).not.toContain('area')
})

it('reads what titles propose as the filters of a list', () => {
  expect(readTerms('level in ["1", "2"] && person.age >= 60', offered)).toEqual({
    level: '1,2',
    'person.age': '60..',
  })
  expect(readTerms('', offered)).toEqual({})
})

it.each([
  'level == "1" || level == "2"',
  '!(level in ["1"])',
  'person.age >= 60 && person.age >= 80',
  'person.age == 60',
  'note == "一"',
  'levle == "1"',
  'level ==',
])('leaves %s to its text', (rule) => expect(readTerms(rule, offered)).toBeNull())

const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined })
const number = fc.integer({ min: 0, max: 150 }).map(String)
const day = fc.constantFrom('2024-02-29', '2026-01-01', '1999-12-31')
const range = (side: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.oneof(side, fc.constant('')), side, fc.boolean())
    .map(([from, to, open]) => (open && from ? `${from}..` : `${from}..${to}`))
const terms = fc.record({
  level: maybe(fc.subarray(['1', '2', '3'], { minLength: 1 }).map((values) => values.join(','))),
  certified: maybe(fc.constantFrom('true', 'false', 'true,false')),
  note: maybe(
    fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() === text)
      .map((text) => `~${text}`),
  ),
  'person.age': maybe(range(number)),
  onsetDate: maybe(range(day)),
})

it('reads back whatever filters it wrote as a rule', () => {
  const known = (each: RuleTerms) => Object.fromEntries(Object.entries(each).filter(([, text]) => text))
  fc.assert(
    fc.property(terms, (chosen) => {
      expect(readTerms(writeRule(chosen, offered), offered)).toEqual(known(chosen))
    }),
  )
})
