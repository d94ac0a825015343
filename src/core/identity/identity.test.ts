import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../time/index.ts'
import {
  makeCreditCode,
  makeIdNumber,
  maskAddress,
  maskIdNumber,
  maskName,
  maskPhone,
  readCreditCode,
  readIdNumber,
  readPhone,
} from './index.ts'

const today = '2026-10-08'
const read = (text: string) => readIdNumber(text, { today })

describe('readIdNumber', () => {
  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    ' 110105 19491231 002X ',
    "'11010519491231002X",
    '11010519491231002×',
  ])('reads %s', (text) =>
    expect(read(text)).toEqual({
      ok: true,
      value: { idNumber: '11010519491231002X', birthDate: '1949-12-31', sex: '2', region: '110105' },
    }),
  )

  it('reads the example of a man', () =>
    expect(read('34052419800101001X')).toMatchObject({
      ok: true,
      value: { sex: '1', birthDate: '1980-01-01' },
    }))

  it('converts 15 digits, with a note', () =>
    expect(read('110105491231002')).toEqual({
      ok: true,
      value: {
        idNumber: '11010519491231002X',
        birthDate: '1949-12-31',
        sex: '2',
        region: '110105',
        note: '15位旧身份证号“110105491231002”已换成18位，请与现用证件核对。',
      },
    }))

  it('gives the right check character', () =>
    expect(read('110105194912310021')).toEqual({
      ok: false,
      message: '身份证号校验码不对，应为 X。',
      suggestion: '11010519491231002X',
    }))

  it.each([
    ['1.10105E+17', '身份证号被表格变成了数字“1.10105E+17”，后几位已丢失。'],
    ['110105194912310000', '末三位是000，且校验不符，多半是被表格当作数字取整了'],
    ['110105202302300021', '身份证号第7至14位“20230230”不是出生日期：2023年2月没有30日。'],
    ['110105203001010021', '身份证号中的出生日期2030年1月1日还没有到'],
    ['1101051949123100', '身份证号应为18位，现在是16位'],
    ['1101051949123100X2', '只有第18位可以是X'],
    ['11010519491231A02X', '身份证号只能由数字组成'],
    ['00010519491231002X', '身份证号前两位“00”不是省级代码'],
  ])('refuses %s', (text, words) => {
    const answer = read(text)
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining(words) })
    expect(answer).not.toHaveProperty('suggestion')
  })

  const someone = fc.record({
    region: fc.constantFrom('990101', '110105', '650102'),
    birthDate: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1915-01-01', days)),
    sequence: fc.integer({ min: 1, max: 999 }),
  })

  it('reads back every number that can be made', () => {
    fc.assert(
      fc.property(someone, ({ region, birthDate, sequence }) => {
        const idNumber = makeIdNumber(region, birthDate, sequence)
        const sex = sequence % 2 === 1 ? '1' : '2'
        expect(read(idNumber)).toMatchObject({ ok: true, value: { idNumber, birthDate, sex, region } })
      }),
    )
  })

  it('notices every single wrong digit and every two swapped neighbours', () => {
    fc.assert(
      fc.property(someone, fc.nat(16), fc.integer({ min: 1, max: 9 }), (person, place, shift) => {
        const right = makeIdNumber(person.region, person.birthDate, person.sequence)
        const characters = [...right]
        characters[place] = String((Number(characters[place]) + shift) % 10)
        expect(read(characters.join('')).ok).toBe(false)
        const swapped = [...right]
        ;[swapped[place], swapped[place + 1]] = [swapped[place + 1]!, swapped[place]!]
        if (swapped.join('') !== right) expect(read(swapped.join('')).ok).toBe(false)
      }),
    )
  })
})

describe('readCreditCode', () => {
  it('reads it and tells the right check character', () => {
    expect(readCreditCode('91350100m000100y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
    expect(readCreditCode('91350100M000100Y4A')).toEqual({
      ok: false,
      message: '统一社会信用代码的校验码不对，应为 3。',
      suggestion: '91350100M000100Y43',
    })
    expect(readCreditCode('91350100O000100Y43')).toMatchObject({ message: expect.stringContaining('“O”') })
    expect(readCreditCode('9.13501E+17').ok).toBe(false)
    expect(readCreditCode('9135').ok).toBe(false)
  })

  it('reads every code that can be made, one with the check character 0 too', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    fc.assert(
      fc.property(fc.array(character, { minLength: 17, maxLength: 17 }), (characters) => {
        const code = makeCreditCode(characters.join(''))
        expect(readCreditCode(code)).toEqual({ ok: true, value: code })
      }),
      { numRuns: 500 },
    )
  })
})

describe('readPhone', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['１３８ １２３４ ５６７８', '13812345678'],
    ['+86 13812345678', '13812345678'],
    ['8613812345678', '13812345678'],
    ['13812345678.0', '13812345678'],
    ['01012345678', undefined],
    ['01062345678', '010-62345678'],
    ['(010)62345678', '010-62345678'],
    ['0371-6234567', '0371-6234567'],
    ['010-62345678-801', '010-62345678-801'],
    ['010-62345678转801', '010-62345678-801'],
    ['62345678', '62345678'],
    ['4008123456', '400-812-3456'],
  ])('%s', (text, phone) =>
    phone === undefined
      ? expect(readPhone(text).ok).toBe(false)
      : expect(readPhone(text)).toEqual({ ok: true, value: phone }),
  )

  it.each([
    ['1.38E+10', '电话被表格变成了数字“1.38E+10”'],
    ['1381234567', '手机号应为11位，“1381234567”是10位'],
    ['13812345678、13912345678', '不止一个号码'],
    ['无', '不是能认出的电话号码'],
  ])('refuses %s', (text, words) =>
    expect(readPhone(text)).toMatchObject({ ok: false, message: expect.stringContaining(words) }),
  )
})

it('masks', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105********002X')
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect(maskPhone('010-62345678')).toBe('010-****5678')
  expect(maskPhone('010-62345678-801')).toBe('010-****5678')
  expect(maskPhone('62345678')).toBe('****5678')
  expect(maskName('张小明')).toBe('张**')
  expect(maskAddress('幸福路12号3栋')).toBe('幸福路****')
  expect(maskAddress('幸福里东门旁')).toBe('幸福里****')
})
