import { expect, test } from 'vitest'
import { wordFilter } from './word-filter.ts'

const kind = {
  key: 'kind',
  title: '残疾类别',
  control: {
    kind: 'choice' as const,
    options: [
      { value: '1', title: '视力' },
      { value: '2', title: '听力' },
    ],
  },
}

test.each([
  ['1,2', '残疾类别为视力、听力'],
  ['', '残疾类别未填'],
])('%j in words', (text, words) => {
  expect(wordFilter(kind, text)).toBe(words)
})

test('ranges and pieces of text in words', () => {
  const age = { key: 'age', title: '年龄', control: { kind: 'number' as const, decimals: 0 } }
  expect(wordFilter(age, '60..')).toBe('年龄从 60')
  expect(wordFilter(age, '60..79')).toBe('年龄从 60 到 79')
  const name = { key: 'name', title: '姓名', control: { kind: 'text' as const } }
  expect(wordFilter(name, '~张')).toBe('姓名含“张”')
})
