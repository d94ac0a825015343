import { expect, it } from 'vitest'
import { ledgerFromData } from '../../../../core/definition/index.ts'
import { elements } from '../../../../core/dictionary/index.ts'
import { registryRecords } from '../../../registry/index.ts'
import { newField, readChoices } from './field-draft.ts'
import { findElements } from './find-elements.ts'
import { dataOf, draftOf, emptyLedger } from './ledger-draft.ts'

it('finds the field that people mean first', () => {
  expect(findElements('月租金')[0]?.key).toBe('rental.monthlyRent')
  expect(findElements('监护人电话')[0]?.key).toBe('guardian.phone')
  expect(findElements('  ')).toEqual([])
})

it('every element of the dictionary makes a field that a ledger may have', () => {
  const fields = elements.map((element, id) => {
    const field = newField(id, element)
    const list = field.spec.list as { items?: unknown[] } | undefined
    return list?.items?.length === 0
      ? { ...field, spec: { type: 'code', list: { items: [{ code: '1', title: '其他' }] } } }
      : field
  })
  for (const field of fields) {
    const draft = { ...emptyLedger, title: '试', of: '', fields: [field] }
    const ledger = ledgerFromData(dataOf(draft, true), registryRecords)
    expect(ledger.ok ? '' : `${field.element}: ${ledger.message}`).toBe('')
  }
})

it('a choice that stood keeps its code wherever it is moved; a new one gets a fresh one', () => {
  const standing = [
    { code: '1', title: '电动车' },
    { code: '2', title: '杂物' },
  ]
  expect(readChoices('杂物\n 纸箱 \n电动车\n\n纸箱', standing)).toEqual([
    { code: '2', title: '杂物' },
    { code: '3', title: '纸箱' },
    { code: '1', title: '电动车' },
  ])
})

it('a ledger opened and saved without a change is the same ledger', () => {
  const data = {
    name: 'stairs',
    title: '楼道',
    unit: '处',
    description: '',
    once: false,
    entry: { rule: 'true', message: '无' },
    upkeep: { keeper: '网格员', everyDays: 30 },
    fields: [
      { key: 'place', title: '地点', type: { type: 'text', max: 20 }, required: true, listed: true },
      {
        key: 'rent',
        title: '租金',
        type: { type: 'money' },
        required: false,
        listed: false,
        sensitive: 'finance' as const,
      },
    ],
  }
  expect(dataOf(draftOf(data, true))).toEqual(data)
})
