import { expect, test } from 'vitest'
import { elements, findElement } from './index.ts'

test('every key is used once and begins with its entity', () => {
  expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length)
  for (const { key, entity } of elements) expect(key).toMatch(new RegExp(`^${entity}\\.[a-z][A-Za-z]+$`))
})

test('an element is found by its key, and only by that', () => {
  expect(findElement('person.idNumber')).toMatchObject({ title: '公民身份号码', sensitive: 'identity' })
  expect(findElement('person.religion')).toBeUndefined()
})

test('what identifies a person, reaches them or tells of health and money is classed so', () => {
  for (const { key, type, sensitive } of elements) {
    if (type === 'idNumber') expect(sensitive, key).toBe('identity')
    if (
      /^(person|guardian|familyContact|household)\./.test(key) &&
      ['phone', 'address', 'email'].includes(type)
    )
      expect(sensitive, key).toBe('contact')
  }
  expect(findElement('disability.level')?.sensitive).toBe('health')
  expect(findElement('assistance.amount')?.sensitive).toBe('finance')
  expect(findElement('organisation.phone')?.sensitive).toBeUndefined()
})
