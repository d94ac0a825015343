import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaLevels,
  areaOf,
  areaWarning,
  codeOfPath,
  districtOf,
  isAreaPath,
  isWithin,
  levelOf,
  lineageOf,
  parentOf,
  pathOfCode,
  readAreaCode,
} from './index.ts'

const part = (digits: number) =>
  fc.integer({ min: 1, max: 10 ** digits - 1 }).map((value) => String(value).padStart(digits, '0'))
const path = fc
  .tuple(
    fc.integer({ min: 11, max: 99 }).map(String),
    part(2),
    fc.oneof(part(2), fc.constant('00')),
    ...Array.from({ length: 6 }, () => part(3)),
    fc.constantFrom(...areaLevels.map((level) => level.length)),
  )
  .map((parts) =>
    parts
      .slice(0, -1)
      .join('')
      .slice(0, parts.at(-1) as number),
  )
  .filter(isAreaPath)

describe('the path of an area', () => {
  it('is its code without the empty levels', () => {
    expect(pathOfCode('990101001000')).toBe('990101001')
    expect(pathOfCode('990101001002')).toBe('990101001002')
    expect(pathOfCode('990101001002003')).toBe('990101001002003')
    expect(pathOfCode('110000000000')).toBe('11')
    expect(codeOfPath('990101001')).toBe('990101001000')
    expect(districtOf('990101001002003')).toBe('990101')
  })

  it('passes over levels that are empty in between', () => {
    expect(parentOf('441900003')).toBe('4419')
    expect(lineageOf('441900003')).toEqual(['44', '4419', '441900003'])
    expect(isAreaPath('441900')).toBe(false)
  })

  it('comes back from its code', () => {
    fc.assert(
      fc.property(path, (each) => {
        expect(pathOfCode(codeOfPath(each))).toBe(each)
        expect(readAreaCode(codeOfPath(each))).toEqual({ ok: true, value: each })
      }),
    )
  })

  it('lies within exactly the areas of its lineage', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(isWithin(one, other)).toBe(lineageOf(one).includes(other))
        for (const each of lineageOf(one)) expect(isWithin(one, each)).toBe(true)
        const parent = parentOf(one)
        if (parent !== null) {
          expect(levelOf(parent).length).toBeLessThan(levelOf(one).length)
          expect(isWithin(parent, one)).toBe(false)
        }
      }),
    )
    expect(isWithin('990101001002', '99010100')).toBe(false)
    expect(isWithin('990101001002', '')).toBe(false)
  })

  it('tells level and parent', () =>
    expect(areaOf('990101001002', '幸福社区')).toEqual({
      path: '990101001002',
      name: '幸福社区',
      level: 'community',
      parent: '990101001',
    }))
})

it('refuses codes that are none', () => {
  expect(readAreaCode('99010100100')).toEqual({
    ok: false,
    message: '区域代码“99010100100”是11位，应为12位统计用区划代码，网格再各加3位（最多24位）。',
  })
  expect(readAreaCode('9.90101E+11').ok).toBe(false)
  expect(readAreaCode('000000000000').ok).toBe(false)
  expect(readAreaCode('幸福街道').ok).toBe(false)
})

it('warns of unusual numbers', () => {
  expect(areaWarning('990101101', '幸福街道')).toBe('街道的代码一般在001至099之间，“幸福街道”是101，请核对。')
  expect(areaWarning('990101001', '幸福街道')).toBeUndefined()
  expect(areaWarning('990101001201', '幸福居委会')).toContain('001至199')
  expect(areaWarning('990101001201', '幸福村委会')).toBeUndefined()
})
