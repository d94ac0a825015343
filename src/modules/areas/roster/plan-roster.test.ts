import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillGaps, findGaps, rosterDays, standardRule } from './plan-roster.ts'

const people = ['a', 'b', 'c', 'd', 'e']
const from = '2026-11-02'

test('a fortnight is filled without gaps, nobody twice a day, and the load differs by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 21 }), (size, count) => {
      const days = rosterDays(standardRule, from, count)
      const staff = people.slice(0, size)
      const plan = fillGaps(standardRule, days, [], () => staff)
      expect(findGaps(standardRule, days, plan)).toEqual([])
      for (const { day } of days) {
        const there = plan.filter((duty) => duty.day === day).map((duty) => duty.staff)
        expect(new Set(there).size).toBe(there.length)
      }
      const loads = staff.map((one) => plan.filter((duty) => duty.staff === one).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    }),
  )
})

test('what cannot be filled stays a gap that says who is missing', () => {
  const days = rosterDays(standardRule, from, 1)
  const plan = fillGaps(standardRule, days, [], () => ['a'])
  expect(plan).toEqual([{ day: from, shift: 'early', staff: 'a' }])
  expect(findGaps(standardRule, days, plan)).toEqual([
    { day: from, shift: 'late', missing: 1, text: '晚班缺 1 人' },
  ])
})

test('two shifts by one person are not two people', () => {
  const days = rosterDays(standardRule, from, 1)
  const twice = ['early', 'late'].map((shift) => ({ day: from, shift, staff: 'a' }))
  expect(findGaps(standardRule, days, twice)).toEqual([
    { day: from, shift: null, missing: 1, text: '全天还缺 1 人' },
  ])
})

test('a shift of working days is not asked for on a day off, and make-up days are worked', () => {
  const rule = { least: 0, shifts: [{ ...standardRule.shifts[0]!, on: 'working' as const }] }
  const shiftsOn = (day: string) => rosterDays(rule, day, 1)[0]!.shifts
  expect(shiftsOn('2026-10-01')).toEqual([])
  expect(shiftsOn('2026-02-14')).toEqual(['early'])
  expect(shiftsOn('2026-11-21')).toEqual([])
})
