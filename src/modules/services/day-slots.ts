import { addDays, isWorkingDay } from '../../core/time/index.ts'

/** Monday to Friday, where a year's holidays are not published yet. */
const isWeekday = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The working days from one day to another, both included. */
export const workingDays = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(day)
    if (working.ok ? working.value : isWeekday(day)) days.push(day)
  }
  return days
}

/** The instant at which a zone's wall clock shows a day and a time, `09:30`. */
export const instantAt = (day: string, time: string, zone: string): Date => {
  const wall = new Date(`${day}T${time}:00Z`)
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(wall)
  return new Date(2 * wall.getTime() - Date.parse(`${shown.replace(' ', 'T')}Z`))
}
