import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLists } from '../../../core/code/index.ts'
import { elements } from '../../../core/dictionary/index.ts'
import type { ElementValue, ValueStyle } from './element-value.ts'
import { fitValue } from './fit-value.ts'

const filledOn = '2026-11-21'
const code = (list: string, wanted: string): ElementValue => ({
  kind: 'code',
  items: [codeLists[list]!.items.find(({ code, title }) => code === wanted || title === wanted)!],
})
const written = (
  value: ElementValue | null,
  style: Partial<ValueStyle>,
  findValue?: (key: string) => ElementValue | null,
) => {
  const found = fitValue(
    value,
    { key: null, header: '', ...style },
    { filledOn, ...(findValue ? { findValue } : {}) },
  )
  return found.fits ? found.value : { unfit: found.reason }
}
const unfit = { unfit: expect.stringMatching(/。$/) }

describe('codes', () => {
  const male = code('sex', '男')
  test.each<[string, Partial<ValueStyle>, unknown]>([
    ['title where nothing is said', { header: '性别' }, '男'],
    ['the drop-down’s wording', { options: ['男性', '女性'] }, '男性'],
    ['code and title together', { options: ['1-男', '2-女'] }, '1-男'],
    ['codes alone', { options: ['1', '2', '9'] }, '1'],
    ['codes spelt out in the header', { header: '性别（1男，2女）' }, '1'],
    ['a list in the header', { header: '性别(男/女)' }, '男'],
    ['codes as the samples show them', { samples: ['2', '1'] }, '1'],
    ['a drop-down without it', { options: ['女', '未说明'] }, unfit],
  ])('%s', (_, style, expected) => {
    expect(written(male, { key: 'person.sex', ...style })).toEqual(expected)
  })

  test('education as forms word it', () => {
    const university = code('education', '20')
    expect(written(university, { key: 'person.education' })).toBe('大学本科')
    expect(written(university, { key: 'person.education', options: ['本科', '大专', '高中'] })).toBe('本科')
    expect(written(university, { key: 'person.education', options: ['初中及以下', '高中'] })).toEqual(unfit)
  })

  test('汉 where the samples leave out 族', () => {
    expect(written(code('ethnicity', '汉族'), { key: 'person.ethnicity', samples: ['汉', '回'] })).toBe('汉')
  })

  test('a column for each option gets a tick, the column for its level the level', () => {
    const kind = code('disabilityKind', '肢体残疾')
    const level = code('disabilityLevel', '2')
    expect(written(kind, { key: 'disability.kind', part: '肢体' })).toBe('√')
    expect(written(kind, { key: 'disability.kind', part: '智力' })).toBeNull()
    expect(written(kind, { key: 'disability.kind', part: '智力', options: ['是', '否'] })).toBe('否')
    expect(written(level, { key: 'disability.level', part: '肢体' }, () => kind)).toBe('二级')
    expect(written(level, { key: 'disability.level', part: '听力' }, () => kind)).toBeNull()
    expect(written(kind, { key: 'disability.kind', part: '类别及等级' }, () => level)).toBe('肢体残疾二级')
  })

  test('是否独居 is answered by who one lives with', () => {
    const alone = code('livingArrangement', '独居')
    const style = { key: 'elderCare.livingArrangement', header: '是否独居' }
    expect(written(alone, style)).toBe('是')
    expect(written(code('livingArrangement', '空巢'), style)).toBe('否')
    expect(written(alone, { ...style, header: '是否孤独' })).toEqual(unfit)
  })

  test('whatever the drop-down, what is written is one of its wordings or the value does not fit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sex', 'education', 'disabilityKind', 'politicalStatus', 'selfCareAbility'),
        fc.nat(),
        fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        (list, at, options) => {
          const { items } = codeLists[list]!
          const value: ElementValue = { kind: 'code', items: [items[at % items.length]!] }
          const found = fitValue(value, { key: null, header: '', options }, { filledOn })
          if (found.fits) expect(options).toContain(found.value)
        },
      ),
    )
  })

  test('every entry of every list finds itself among the titles of its list', () => {
    for (const { items } of Object.values(codeLists))
      for (const item of items)
        expect(written({ kind: 'code', items: [item] }, { options: items.map(({ title }) => title) })).toBe(
          item.title,
        )
  })
})

test.each<[string, boolean, Partial<ValueStyle>, unknown]>([
  ['是/否 by default', true, { header: '是否低保' }, '是'],
  ['有/无 where the header asks so', false, { header: '有无隐患' }, '无'],
  ['a tick', true, { header: '低保户（打√）' }, '√'],
  ['no tick', false, { header: '低保户', samples: ['√'] }, null],
  ['numbered options', true, { options: ['1.是', '2.否'] }, '1.是'],
  ['享受/未享受', false, { options: ['享受', '未享受'] }, '未享受'],
  ['options that are neither', true, { options: ['A类', 'B类'] }, unfit],
])('a flag: %s', (_, flag, style, expected) => {
  expect(written({ kind: 'flag', flag }, style)).toEqual(expected)
})

test.each<[string, string, Partial<ValueStyle>, unknown]>([
  ['as a date where the cell shows dates', '1980-03-05', { format: 'yyyy/m/d' }, { date: '1980-03-05' }],
  ['month and year where the header asks for them', '1980-03-05', { header: '出生年月' }, '1980.03'],
  ['as the samples', '1980-03-05', { header: '出生日期', samples: ['1977年8月9日'] }, '1980年3月5日'],
  ['eight digits', '1980-03-05', { header: '出生日期（如19900101）' }, '19800305'],
  ['letters in the header', '1980-03-05', { header: '出生日期(YYYY-MM-DD)' }, '1980-03-05'],
  ['the year alone', '1980-03-05', { header: '建成年份' }, '1980'],
  ['a month where a day is asked for', '1980-03', { header: '日期(yyyy-mm-dd)' }, unfit],
  ['a month in a cell for days', '1980-03', { format: 'yyyy-mm-dd' }, unfit],
  ['the age at the form’s date', '1966-11-22', { key: 'person.age', header: '年龄' }, 59],
])('a date: %s', (_, date, style, expected) => {
  expect(written({ kind: 'date', date }, style)).toEqual(expected)
})

test.each<[string, number, string | undefined, Partial<ValueStyle>, unknown]>([
  ['in the element’s unit', 36_000, undefined, { key: 'household.annualIncome' }, 36_000],
  ['converted', 36_000, undefined, { key: 'household.annualIncome', unit: '万元' }, 3.6],
  ['converted back', 0.3, '万元', { unit: '元' }, 3_000],
  ['not converted from month to year', 3_000, '元/月', { unit: '元/年' }, unfit],
  ['not converted to another kind', 3_000, '元', { unit: '㎡' }, unfit],
  ['as the band that holds it', 71, '岁', { options: ['60-69岁', '70-79岁', '80岁以上'] }, '70-79岁'],
  ['outside all bands', 50, '岁', { options: ['60-69岁', '70岁以上'] }, unfit],
  ['as a share', 95.5, '%', { format: '0.0%' }, 0.955],
])('a number: %s', (_, number, unit, style, expected) => {
  expect(written({ kind: 'number', number, ...(unit ? { unit } : {}) }, style)).toEqual(expected)
})

test('addresses whole, in parts, and as the drop-down names them', () => {
  const parts = {
    province: '安徽省',
    city: '芜湖市',
    county: '镜湖区',
    town: '幸福街道',
    detail: '解放路 1 号',
  }
  const value: ElementValue = { kind: 'address', text: '安徽省芜湖市镜湖区幸福街道解放路 1 号', parts }
  expect(written(value, { header: '户籍地址' })).toBe(value.text)
  expect(written(value, { key: 'person.registeredProvince' })).toBe('安徽省')
  expect(written(value, { part: '市', options: ['合肥', '芜湖'] })).toBe('芜湖')
  expect(written(value, { part: '市', options: ['合肥', '六安'] })).toEqual(unfit)
  expect(written(value, { header: '详细地址(不填省市县)' })).toBe('幸福街道解放路 1 号')
  expect(written(value, { part: '村社区' })).toEqual(unfit)
  expect(written({ kind: 'address', text: value.text }, { part: '省' })).toEqual(unfit)
})

test('texts stay texts, and nothing known is an empty cell', () => {
  expect(written({ kind: 'text', text: '34052419800101001X' }, { format: '0' })).toBe('34052419800101001X')
  expect(written({ kind: 'text', text: '三社区' }, { options: ['一社区', '二社区'] })).toEqual(unfit)
  for (const { key } of elements) expect(written(null, { key })).toBeNull()
})
