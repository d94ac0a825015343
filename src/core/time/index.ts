export { ageOn, birthDateForAge } from './age.ts'
export { addDays, addMonths, daysBetween, sameDayLastYear } from './date-arithmetic.ts'
export { formatDateChinese, formatMonthChinese } from './format-date.ts'
export {
  type CalendarPeriodKind,
  customPeriod,
  type Period,
  type PeriodKind,
  periodContaining,
  periodOf,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts'
export { daysInMonth, isPlainDate, type PlainDate, partsOf, plainDate } from './plain-date.ts'
export { readDate, readMonth, readYear } from './read-date.ts'
export { periodText, readPeriod } from './read-period.ts'
export { todayIn } from './today-in.ts'
export { addWorkingDays, isWorkingDay } from './working-days.ts'
