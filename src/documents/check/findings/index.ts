import type { Finding } from '../finding.ts'
import { findBrokenOff } from './broken-off.ts'
import { findDateContradictions } from './date-contradiction.ts'
import { findDuplicatePassages } from './duplicate-passage.ts'
import { findGarbledText } from './garbled-text.ts'
import { findImpossibleDates } from './impossible-date.ts'
import { findMismatches } from './mismatch.ts'
import { findNumberStyle } from './number-style.ts'
import { findPlaceholders } from './placeholder.ts'
import type { Reading } from './reading.ts'
import { findStructure } from './structure.ts'

const rules: ((reading: Reading) => Finding[])[] = [
  findMismatches,
  findImpossibleDates,
  findDateContradictions,
  findPlaceholders,
  findGarbledText,
  findBrokenOff,
  findDuplicatePassages,
  findNumberStyle,
  findStructure,
]

/** Applies every rule; findings in the order of the text. */
export const findingsOf = (reading: Reading): Finding[] =>
  rules.flatMap((rule) => rule(reading)).sort((a, b) => a.start - b.start || a.end - b.end)
