import { expect, test } from 'vitest'
import { periodText, readPeriod } from '../../../../core/time/read-period.ts'
import { recentPeriods } from './recent-periods.ts'

test('the last complete month is offered first, then the one under way', () => {
  const [first, second, third] = recentPeriods('month', '2026-11-21').map(({ title }) => title)
  expect([first, second, third]).toEqual(['2026年10月', '2026年11月', '2026年9月'])
})

test('on its last day a period counts as complete', () => {
  expect(recentPeriods('year', '2026-12-31')[0]?.title).toBe('2026年')
})

test('every offered period can be sent', () => {
  for (const kind of ['month', 'quarter', 'half', 'year'] as const)
    for (const period of recentPeriods(kind, '2026-03-01'))
      expect(readPeriod(periodText(period))).toEqual({ ok: true, value: period })
})
