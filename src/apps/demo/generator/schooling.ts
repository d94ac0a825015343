import { drawFrom, type Random } from './random.ts'

/** Education reached in the end (GB/T 4658), by year of birth. */
const reached = [
  {
    until: 1945,
    draw: drawFrom([
      ['90', 30],
      ['80', 43],
      ['70', 17],
      ['60', 6],
      ['30', 3],
      ['20', 1],
    ]),
  },
  {
    until: 1960,
    draw: drawFrom([
      ['90', 6],
      ['80', 36],
      ['70', 35],
      ['60', 13],
      ['40', 4],
      ['30', 4],
      ['20', 2],
    ]),
  },
  {
    until: 1975,
    draw: drawFrom([
      ['80', 14],
      ['70', 44],
      ['60', 15],
      ['40', 10],
      ['30', 10],
      ['20', 7],
    ]),
  },
  {
    until: 1990,
    draw: drawFrom([
      ['80', 4],
      ['70', 30],
      ['60', 12],
      ['40', 14],
      ['30', 19],
      ['20', 18],
      ['10', 3],
    ]),
  },
  {
    until: 9999,
    draw: drawFrom([
      ['80', 1],
      ['70', 11],
      ['60', 9],
      ['40', 17],
      ['30', 27],
      ['20', 30],
      ['10', 5],
    ]),
  },
] as const

export const drawSchooling = (random: Random, birthYear: number): string =>
  reached.find(({ until }) => birthYear < until)!.draw(random)

const leavingAge: Record<string, number> = {
  '90': 0,
  '80': 15,
  '70': 15,
  '60': 18,
  '40': 18,
  '30': 21,
  '20': 22,
  '10': 25,
}

/** Whether somebody of that age still goes to school or university. */
export const studiesAt = (schooling: string, age: number): boolean =>
  age >= 6 && age < (leavingAge[schooling] ?? 15)

/** The education to be written down at an age; small children have none. */
export const educationAt = (schooling: string, age: number): string | null => {
  if (age < 6) return null
  if (schooling === '90' || schooling === '80' || age < 12) return age < 12 ? '80' : schooling
  if (age < 15 || schooling === '70') return '70'
  if (age < 18 || schooling === '60' || schooling === '40') return schooling === '40' ? '40' : '60'
  if (schooling === '10' && age < 22) return '20'
  return schooling
}
