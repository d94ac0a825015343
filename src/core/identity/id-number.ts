import type { PlainDate } from '../time/index.ts'

/** What a citizen identity number (GB 11643-1999) says. */
export interface IdNumber {
  /** 18 characters, the last a digit or X. */
  readonly idNumber: string
  readonly birthDate: PlainDate
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sex: '1' | '2'
  /** Six-digit code of the county that gave the number, not of where its holder lives. */
  readonly region: string
  /** A sentence where the number was accepted but ought to be looked at. */
  readonly note?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character that follows the first 17 digits (GB 11643-1999 §4.2.2, ISO 7064 MOD 11-2). */
export const idNumberCheck = (digits: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11]!
}

/**
 * Builds the identity number of a made-up person. `sequence` is 1 to 999, odd for men.
 * Use a region that is not given out (99….), so that no number is anybody's.
 */
export const makeIdNumber = (region: string, birthDate: PlainDate, sequence: number): string => {
  const digits = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return digits + idNumberCheck(digits)
}

/** `110105********002X`: the county and the last four stay. */
export const maskIdNumber = (idNumber: string): string =>
  idNumber.length === 18
    ? `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`
    : `${idNumber.slice(0, 1)}${'*'.repeat(Math.max(idNumber.length - 1, 3))}`
