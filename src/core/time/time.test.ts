import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  birthDateForAge,
  customPeriod,
  daysBetween,
  formatDateChinese,
  isPlainDate,
  isWorkingDay,
  periodContaining,
  periodText,
  plainDate,
  previousPeriod,
  readDate,
  readMonth,
  readPeriod,
  samePeriodLastYear,
  todayIn,
} from './index.ts'

const anyDate = fc.integer({ min: -36_000, max: 60_000 }).map((days) => addDays('1970-01-01', days))
const leapDay = fc.constantFrom(1904, 1948, 1996, 2000, 2024).map((year) => plainDate(year, 2, 29))
const date = fc.oneof({ weight: 9, arbitrary: anyDate }, { weight: 1, arbitrary: leapDay })

describe('readDate', () => {
  it.each([
    '20260112',
    '2026.1.12',
    '2026-1-12',
    '2026/01/12',
    '2026年1月12日',
    ' 2026 年 1 月 12 日 ',
    '２０２６－０１－１２',
    '2026-01-12 00:00:00',
    '2026/1/12 8:30',
    '二〇二六年一月十二日',
  ])('reads %s', (text) => expect(readDate(text)).toEqual({ ok: true, value: '2026-01-12' }))

  it.each([
    ['2023.2.30', '2023年2月没有30日。'],
    ['2023-13-01', '没有13月，月份应为1至12。'],
    ['20260001', '没有0月，月份应为1至12。'],
    ['0026-1-12', '年份 26 不对，应在 1850 至 2199 之间。'],
    ['260112', '“260112”的年份不清楚，请写四位年份，如 2026-01-12。'],
    ['26.1.12', '“26.1.12”的年份不清楚，请写四位年份，如 2026-01-12。'],
    ['2026.1', '“2026.1”缺少日期中的“日”，请写到日，如 2026-01-12。'],
    ['46034', '“46034”像是表格里的日期序号。请在表格中把这一格改为日期格式，或写成 2026-01-12 的样子。'],
    ['不详', '“不详”不是能认出的日期，请写成 2026-01-12 的样子。'],
  ])('refuses %s', (text, message) => expect(readDate(text)).toEqual({ ok: false, message }))

  it('reads back what is written', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(isPlainDate(day)).toBe(true)
        for (const text of [day, formatDateChinese(day), day.replaceAll('-', '')])
          expect(readDate(text)).toEqual({ ok: true, value: day })
      }),
    )
  })
})

it.each(['202601', '2026.1', '2026年1月', '2026-01-12', '二〇二六年一月'])('reads %s as a month', (text) =>
  expect(readMonth(text)).toEqual({ ok: true, value: '2026-01' }),
)

it('says why a month or a date in its place is wrong', () => {
  expect(readMonth('2026-13')).toEqual({ ok: false, message: '没有13月，月份应为1至12。' })
  expect(readMonth('2026-02-30')).toEqual({ ok: false, message: '2026年2月没有30日。' })
})

describe('counting days and months', () => {
  it('goes forth and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28')
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28')
  })
})

describe('age', () => {
  it('is reached on the birthday, from 29 February on 1 March', () => {
    expect(ageOn('1946-10-01', '2026-09-30')).toBe(79)
    expect(ageOn('1946-10-01', '2026-10-01')).toBe(80)
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21)
    expect(ageOn('2004-02-29', '2026-03-01')).toBe(22)
  })

  it('and its limit as a birth date agree', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 0, max: 120 }), (birthDate, on, age) => {
        expect(ageOn(birthDate, on) >= age).toBe(birthDate <= birthDateForAge(age, on))
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: -2, max: 2 }),
        (on, age, near) => {
          const birthDate = addDays(birthDateForAge(age, on), near)
          expect(ageOn(birthDate, on) >= age).toBe(near <= 0)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

it('knows the day in a zone', () => {
  const now = new Date('2026-01-11T16:30:00Z')
  expect(todayIn('Asia/Shanghai', now)).toBe('2026-01-12')
  expect(todayIn('UTC', now)).toBe('2026-01-11')
})

describe('periods', () => {
  it.each([
    ['2026-10', '2026年10月', '2026-10-01', '2026-10-31'],
    ['2026-Q3', '2026年第三季度', '2026-07-01', '2026-09-30'],
    ['2026-H1', '2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026', '2026年', '2026-01-01', '2026-12-31'],
    ['2026-02-03..2026-02-10', '2026年2月3日至2026年2月10日', '2026-02-03', '2026-02-10'],
  ])('%s', (text, title, from, to) => {
    const period = readPeriod(text)
    expect(period).toMatchObject({ ok: true, value: { title, from, to } })
    expect(readPeriod(title)).toEqual(period)
    expect(period.ok && periodText(period.value)).toBe(text)
  })

  it('meet the ones before without a gap', () => {
    const kind = fc.constantFrom('month', 'quarter', 'half', 'year')
    fc.assert(
      fc.property(kind, date, (each, day) => {
        const period = periodContaining(each, day)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(addDays(previousPeriod(period).to, 1)).toBe(period.from)
        expect(previousPeriod(period).kind).toBe(each)
        expect(readPeriod(periodText(period))).toEqual({ ok: true, value: period })
      }),
    )
    const before = previousPeriod(customPeriod('2026-02-03', '2026-02-10'))
    expect([before.from, before.to]).toEqual(['2026-01-26', '2026-02-02'])
    expect(samePeriodLastYear(periodContaining('quarter', '2026-08-01')).title).toBe('2025年第三季度')
  })

  it('are refused where they run backwards or cannot be read', () => {
    expect(readPeriod('2026-03-01..2026-01-01')).toMatchObject({
      ok: false,
      message: expect.stringContaining('调换'),
    })
    expect(readPeriod('2026-H3')).toEqual({ ok: false, message: '一年只有两个半年，没有“2026-H3”。' })
    expect(readPeriod('上个月').ok).toBe(false)
  })
})

describe('working days', () => {
  it('count make-up days and leave out holidays', () => {
    expect(addWorkingDays('2026-02-12', 10)).toEqual({ ok: true, value: '2026-03-04' })
    expect(addWorkingDays('2026-03-04', -10)).toEqual({ ok: true, value: '2026-02-12' })
    expect(isWorkingDay('2026-10-01')).toEqual({ ok: true, value: false })
    expect(isWorkingDay('2026-02-14')).toEqual({ ok: true, value: true })
  })

  it('are not guessed for a year without published holidays', () => {
    const message = '2027年的放假安排没有收录，不能判断 2027-10-01 是不是工作日。请更新节假日数据后再试。'
    expect(isWorkingDay('2027-10-01')).toEqual({ ok: false, message })
    expect(addWorkingDays('2026-12-28', 10).ok).toBe(false)
    expect(isWorkingDay('2003-10-01').ok).toBe(false)
  })
})
