import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeText, dateText, numberText, percentText, yearOnYearText } from './number-text.ts'

describe('numbers in official documents', () => {
  it('are plain digits, rounded half up', () => {
    expect(numberText(1191)).toBe('1191')
    expect(numberText(1234567)).toBe('1234567')
    expect(numberText(1.005)).toBe('1.01')
    expect(numberText(0.1 + 0.2)).toBe('0.3')
    expect(numberText(61.85, 1)).toBe('61.9')
    expect(numberText(-0.001)).toBe('0')
  })

  it('give shares with one decimal', () => {
    expect(percentText(0.5)).toBe('50.0%')
    expect(percentText(0.285, 0)).toBe('29%')
    expect(percentText(1)).toBe('100.0%')
    expect(percentText(null)).toBe('—')
  })

  it('say how a value changed', () => {
    expect(changeText(1032, 1000)).toBe('增长3.2%')
    expect(changeText(989, 1000)).toBe('下降1.1%')
    expect(changeText(5, 5)).toBe('持平')
    expect(changeText(100_001, 100_000)).toBe('基本持平')
    expect(changeText(62.4, 61.2, '%')).toBe('提高1.2个百分点')
    expect(changeText(0, 3, '人')).toBe('下降100%')
    expect(changeText(3, 0, '人')).toBe('增加3人')
    expect(changeText(null, 3)).toBeNull()
    expect(yearOnYearText(1032, 1000)).toBe('较上年同期增长3.2%')
    expect(yearOnYearText(5, 5)).toBe('与上年同期持平')
    expect(yearOnYearText(5, null)).toBe('')
  })

  it('never claim the wrong direction', () => {
    const people = fc.integer({ min: 0, max: 5_000_000 })
    fc.assert(
      fc.property(people, people, (current, earlier) => {
        const text = changeText(current, earlier, '人')!
        if (/^(增长|增加)/.test(text)) expect(current).toBeGreaterThan(earlier)
        else if (/^(下降|减少)/.test(text)) expect(current).toBeLessThan(earlier)
        else expect(Math.abs(current - earlier) * 2000).toBeLessThanOrEqual(earlier)
      }),
    )
  })

  it('write dates in Arabic numerals without leading zeros', () => {
    expect(dateText('2025-03-01')).toBe('2025年3月1日')
  })
})
