import { isPlainDate, type PlainDate } from '../../../core/time/index.ts'

/** The day on which somebody reaches an age; 1 March for those born on 29 February, in common years. */
export const birthdayAt = (birthDate: PlainDate, age: number): PlainDate => {
  const year = String(Number(birthDate.slice(0, 4)) + age)
  const day: string = `${year}${birthDate.slice(4)}`
  return isPlainDate(day) ? day : `${year}-03-01`
}

/** The later of two days. */
export const laterOf = (...days: [PlainDate, PlainDate]): PlainDate => days.sort()[1]!
