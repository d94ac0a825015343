import { addDays, isWorkingDay, type PlainDate } from '../../../core/time/index.ts'
import type { DutyRule, DutyShift } from '../roster-contract.ts'

/** A day of a roster with the shifts that it has. */
export interface RosterDay {
  readonly day: PlainDate
  readonly weekday: string
  readonly working: boolean | null
  readonly shifts: string[]
}

export interface Assignment {
  readonly day: PlainDate
  readonly shift: string
  readonly staff: string
}

/** What a day or a shift lacks. */
export interface Gap {
  readonly day: PlainDate
  readonly shift: string | null
  readonly missing: number
  readonly text: string
}

/** Two a day, one early and one late: what communities keep where nothing else is set. */
export const standardRule: DutyRule = {
  least: 2,
  shifts: [
    { key: 'early', title: '早班', from: '08:00', to: '14:00', least: 1, on: 'every' },
    { key: 'late', title: '晚班', from: '14:00', to: '20:00', least: 1, on: 'every' },
  ],
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** A shift of working days stands where it cannot be told, so that nobody is missing by mistake. */
const isKept = ({ on }: DutyShift, working: boolean | null): boolean =>
  on === 'every' || working === null || (on === 'working') === working

/** The days from one on, with the shifts that each has by the rule. */
export const rosterDays = (rule: DutyRule, from: PlainDate, count: number): RosterDay[] =>
  Array.from({ length: count }, (_, index) => {
    const day = addDays(from, index)
    const known = isWorkingDay(day)
    const working = known.ok ? known.value : null
    return {
      day,
      weekday: weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!,
      working,
      shifts: rule.shifts.filter((shift) => isKept(shift, working)).map(({ key }) => key),
    }
  })

/** Where people are missing: by shift, and over the day where that asks for more. */
export const findGaps = (rule: DutyRule, days: readonly RosterDay[], duties: readonly Assignment[]): Gap[] =>
  days.flatMap((one) => {
    const there = duties.filter(({ day }) => day === one.day)
    const ofShifts = rule.shifts
      .filter(({ key }) => one.shifts.includes(key))
      .flatMap((shift): Gap[] => {
        const missing = shift.least - there.filter(({ shift: key }) => key === shift.key).length
        return missing > 0
          ? [{ day: one.day, shift: shift.key, missing, text: `${shift.title}缺 ${missing} 人` }]
          : []
      })
    const coming = ofShifts.reduce((sum, { missing }) => sum + missing, 0)
    const missing = rule.least - new Set(there.map(({ staff }) => staff)).size - coming
    return one.shifts.length > 0 && missing > 0
      ? [...ofShifts, { day: one.day, shift: null, missing, text: `全天还缺 ${missing} 人` }]
      : ofShifts
  })

/**
 * Fills gaps with whoever was on duty least so far, and longest ago, one shift a day each. `free` says who can come on
 * a day. What nobody can fill stays a gap.
 */
export const fillGaps = (
  rule: DutyRule,
  days: readonly RosterDay[],
  duties: readonly Assignment[],
  free: (day: PlainDate) => readonly string[],
): Assignment[] => {
  const all = [...duties]
  const added: Assignment[] = []
  const loadOf = (staff: string) => all.filter((duty) => duty.staff === staff)
  const lastOf = (staff: string) =>
    loadOf(staff)
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? ''
  for (const one of days)
    for (const gap of findGaps(rule, [one], all))
      for (let left = gap.missing; left > 0; left--) {
        const there = new Set(all.filter(({ day }) => day === one.day).map(({ staff }) => staff))
        const [next] = free(one.day)
          .filter((staff) => !there.has(staff))
          .toSorted(
            (a, b) =>
              loadOf(a).length - loadOf(b).length || lastOf(a).localeCompare(lastOf(b)) || a.localeCompare(b),
          )
        if (next === undefined) break
        const duty = { day: one.day, shift: gap.shift ?? one.shifts[0]!, staff: next }
        all.push(duty)
        added.push(duty)
      }
  return added
}
