import {
  type CalendarPeriodKind,
  type Period,
  periodContaining,
  previousPeriod,
} from '../../../../core/time/period.ts'

const offered = 6

/** The latest periods of a kind, the last complete one first, then the one under way, then those before. */
export const recentPeriods = (kind: CalendarPeriodKind, today: string): readonly Period[] => {
  const current = periodContaining(kind, today)
  const past: Period[] = [previousPeriod(current)]
  while (past.length < offered) past.push(previousPeriod(past.at(-1)!))
  const [latest, ...before] = past
  return current.to <= today ? [current, ...past] : [latest!, current, ...before]
}
