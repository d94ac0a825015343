import { expect, test } from 'vitest'
import { leftOut, mappingFaults, optionsFor } from './mapping-options.ts'

const fields = [
  { key: 'person.name', title: '姓名', required: true },
  { key: 'person.mobile', title: '手机号码', required: false },
]

test('likely fields come first, and a column can always be left out', () => {
  const column = {
    column: 'F',
    header: '联系电话',
    key: null,
    status: 'ambiguous' as const,
    candidates: [{ key: 'person.mobile', title: '手机号码' }],
    examples: [],
  }
  const values = optionsFor(column, fields).map(({ options }) => options.map(({ value }) => value))
  expect(values).toEqual([['person.mobile'], ['person.name'], [leftOut]])
})

test('a field named twice and a required one not named are told', () => {
  const faults = mappingFaults(
    [
      { column: 'B', key: 'person.mobile' },
      { column: 'C', key: 'person.mobile' },
    ],
    fields,
  )
  expect(faults[0]).toContain('B、C 列都对应到“手机号码”')
  expect(faults[1]).toContain('姓名')
  expect(mappingFaults([{ column: 'B', key: 'person.name' }], fields)).toEqual([])
})
