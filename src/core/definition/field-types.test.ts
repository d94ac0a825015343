import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { codeLists, disabilityKind } from '../code/index.ts'
import {
  address,
  areaPath,
  code,
  creditCode,
  date,
  decimal,
  type FieldType,
  fieldTypeFromSpec,
  fieldTypeNames,
  flag,
  idNumber,
  integer,
  longText,
  money,
  month,
  phone,
  reference,
  text,
  year,
} from './index.ts'

const ownList = {
  name: 'stairs',
  title: '楼梯',
  items: [
    { code: 'a', title: '有电梯' },
    { code: 'b', title: '无电梯' },
  ],
}

// biome-ignore lint/suspicious/noExplicitAny: types of any values
const types: readonly FieldType<any>[] = [
  text({ max: 22 }),
  longText(),
  idNumber,
  phone,
  creditCode,
  date,
  month,
  year,
  integer({ min: 1, max: 30, unit: '人' }),
  integer({ min: -5 }),
  decimal({ decimals: 1, unit: '㎡' }),
  decimal({ decimals: 6, min: -180, max: 180 }),
  money,
  flag,
  code(disabilityKind),
  code(ownList),
  address,
  areaPath,
  reference('person'),
]

const chanceOf = (numbers: readonly number[]) => {
  let next = 0
  return () => numbers[next++ % numbers.length]!
}
const chance = fc
  .array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map(chanceOf)

const cases = types.map((type) => [JSON.stringify(type.spec).slice(0, 60), type] as const)

describe.each(cases)('%s', (_, type) => {
  it('accepts its samples, and reads them back as it writes them', () => {
    fc.assert(
      fc.property(chance, (each) => {
        const value = type.sample(each)
        expect(type.schema.safeParse(value).success).toBe(true)
        expect(type.parse(type.format(value))).toEqual({ ok: true, value })
        expect(JSON.parse(JSON.stringify(value))).toEqual(value)
      }),
    )
  })

  it('accepts whatever it reads, and reads it back', () => {
    const anyText = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.stringMatching(/^[-+]?\d{1,7}([.,]\d{1,4})?[元万人]?$/),
      fc.stringMatching(/^(19|20)\d\d[-./年]?[01]?\d[-./月]?[0-3]?\d?日?$/),
      fc.constantFrom('是', '否', '１', ' 2 ', '汉', '1级', '视力', '－5', '1,234.50元'),
    )
    fc.assert(
      fc.property(anyText, (written) => {
        const answer = type.parse(written)
        if (!answer.ok) expect(answer.message).toMatch(/[。]$/)
        else {
          expect([written, type.schema.safeParse(answer.value).success]).toEqual([written, true])
          expect(type.parse(type.format(answer.value))).toEqual(answer)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('survives being stored as data', () => {
    const again = fieldTypeFromSpec(JSON.parse(JSON.stringify(type.spec)))
    expect(again).toMatchObject({
      ok: true,
      value: { spec: type.spec, control: type.control, column: type.column },
    })
  })

  it('does not show what it masks', () => {
    fc.assert(
      fc.property(chance, (each) => {
        const value = type.sample(each)
        expect(type.mask(value)).toContain('*')
        expect(type.mask(value)).not.toContain(type.format(value))
      }),
    )
  })

  it('has a schema that describes itself, and no encryption where it is a dimension', () => {
    expect(z.toJSONSchema(type.schema)).toHaveProperty('type')
    if (type.role !== 'none') expect(type.encryptable).toBe(false)
  })
})

it('has a spec for every type', () =>
  expect(new Set(types.map((type) => type.name))).toEqual(new Set(fieldTypeNames)))

it('names a wrong spec', () => {
  expect(fieldTypeFromSpec({ type: 'interger' })).toEqual({
    ok: false,
    message: '没有“interger”这种字段类型，最接近的是 integer。',
  })
  expect(fieldTypeFromSpec({ type: 'code', list: 'disabilityKnd' })).toMatchObject({
    message: expect.stringContaining('最接近的是 disabilityKind'),
  })
  expect(fieldTypeFromSpec({ type: 'text', max: 'x' })).toMatchObject({
    message: expect.stringContaining('max'),
  })
  expect(fieldTypeFromSpec({ type: 'constructor' }).ok).toBe(false)
})

describe('reading numbers', () => {
  it.each([
    [integer({ unit: '人' }), '1,234人', 1234],
    [integer(), '12.0', 12],
    [decimal({ unit: '㎡' }), '65.5㎡', 65.5],
    [decimal({ decimals: 2 }), '0.30000000000000004', 0.3],
    [money, '1.5万元', 15000],
    [money, '¥1,234.5', 1234.5],
    [money, '600元/月', 600],
    [year, '2026年', 2026],
  ])('%# is read', (type, written, value) => expect(type.parse(written)).toEqual({ ok: true, value }))

  it.each([
    [integer(), '12.5', '“12.5”应为整数。'],
    [integer(), '-1', '-1 太小，不应小于 0。'],
    [integer({ max: 9 }), '10', '10 太大，不应大于 9。'],
    [decimal({ decimals: 1 }), '1.25', '“1.25”最多有 1 位小数。'],
    [decimal(), '约12', '“约12”不是数字，请只填数字，如 12.5。'],
    [flag, '大概', '“大概”看不出是还是否，请填“是”或“否”。'],
    [text({ max: 3 }), '幸福社区', '最多 3 个字，现在有 4 个字。'],
  ])('%# is refused', (type, written, message) => expect(type.parse(written)).toEqual({ ok: false, message }))
})

it('every code list makes a field type', () => {
  for (const list of Object.values(codeLists))
    expect(code(list).spec).toEqual({ type: 'code', list: list.name })
})
