import type { Chance } from './field-type.ts'

/** A whole number from `min` to `max`, both included. */
export const wholeBetween = (chance: Chance, min: number, max: number): number =>
  min + Math.floor(chance() * (max - min + 1))

/** One of the values. */
export const oneOf = <Value>(chance: Chance, values: readonly Value[]): Value =>
  values[wholeBetween(chance, 0, values.length - 1)]!
