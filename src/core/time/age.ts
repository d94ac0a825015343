import { daysInMonth, type PlainDate, partsOf, plainDate } from './plain-date.ts'

/**
 * Age in full years (周岁) on a day, reached on the birthday itself; who was born on 29 February
 * reaches it on 1 March of common years. Negative before birth.
 */
export const ageOn = (birthDate: PlainDate, on: PlainDate): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/**
 * The latest birth date of those who are at least `age` on a day, so that `ageOn(birth, on) >= age`
 * exactly where `birth <= birthDateForAge(age, on)`. Databases answer age limits from an index by it.
 */
export const birthDateForAge = (age: number, on: PlainDate): PlainDate => {
  const { year, month, day } = partsOf(on)
  const birthYear = year - age
  return plainDate(birthYear, month, Math.min(day, daysInMonth(birthYear, month)))
}
