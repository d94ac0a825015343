import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterQuiet } from './quiet-hours.ts'

const night = { from: '21:00', to: '07:30' }
const zone = 'Asia/Shanghai'
const after = (iso: string, quiet = night) => afterQuiet(new Date(iso), quiet, zone).toISOString()

it('waits for the morning, before and after midnight', () => {
  expect(after('2026-12-01T22:10:30+08:00')).toBe('2026-12-01T23:30:00.000Z')
  expect(after('2026-12-02T06:00:00+08:00')).toBe('2026-12-01T23:30:00.000Z')
  expect(after('2026-12-01T21:00:00+08:00')).toBe('2026-12-01T23:30:00.000Z')
})

it('leaves the day alone, and every hour where none is quiet', () => {
  expect(after('2026-12-01T20:59:59+08:00')).toBe('2026-12-01T12:59:59.000Z')
  expect(after('2026-12-02T07:30:00+08:00')).toBe('2026-12-01T23:30:00.000Z')
  expect(after('2026-12-01T03:00:00+08:00', { from: '12:00', to: '12:00' })).toBe('2026-11-30T19:00:00.000Z')
})

it('never goes back, never waits a day, and ends outside the quiet hours', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
    const text = new Date(minutes * 60_000).toISOString()
    return text.slice(11, 16)
  })
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, time, time, (at, from, to) => {
      const end = afterQuiet(at, { from, to }, zone)
      expect(end.getTime()).toBeGreaterThanOrEqual(Math.floor(at.getTime() / 60_000) * 60_000)
      expect(end.getTime() - at.getTime()).toBeLessThan(86_400_000)
      expect(afterQuiet(end, { from, to }, zone)).toEqual(end)
    }),
  )
})
