import { makeIdNumber } from '../../../core/identity/index.ts'
import type { Random } from './random.ts'

/** Hands out identity numbers of county codes that begin with 99, each once. */
export interface IdNumbers {
  next(birthDate: string, sex: '1' | '2', floating: boolean): string
}

const perSex = 499

/** Each subdistrict has its share of the sequence numbers, so that none needs to know what another gave out. */
export const makeIdNumbers = (random: Random, share: { index: number; of: number }): IdNumbers => {
  const given = new Map<string, { first: number; count: number }>()
  const width = Math.max(1, Math.floor(perSex / share.of))
  const start = (share.index * width) % perSex
  const take = (region: number, birthDate: string, sex: '1' | '2'): string => {
    const key = `${region}${birthDate}${sex}`
    const line = given.get(key) ?? { first: random.between(0, width - 1), count: 0 }
    // All numbers of that day and county are given out: the next county has some.
    if (line.count >= width) return take(region + 1, birthDate, sex)
    const place = start + ((line.first + line.count) % width)
    given.set(key, { ...line, count: line.count + 1 })
    return makeIdNumber(String(region), birthDate, place * 2 + (sex === '1' ? 1 : 2))
  }
  return {
    next: (birthDate, sex, floating) =>
      take(floating || random.chance(0.2) ? 990_201 + 100 * random.between(0, 39) : 990_101, birthDate, sex),
  }
}
