import { checkReport } from '../../src/documents/index.ts'
import type { SeededReport } from './seed-reports.ts'

const families: Record<string, string> = {
  'sum-mismatch': 'sum',
  'share-mismatch': 'share',
  'change-mismatch': 'change',
  'product-mismatch': 'product',
  'average-mismatch': 'average',
  'repeat-conflict': 'repeat',
  'ratio-mismatch': 'ratio',
  'impossible-date': 'date',
  'date-contradiction': 'date',
  placeholder: 'placeholder',
}

export interface SeedScore {
  errors: number
  precision: number
  recall: number
}

/** Findings of the seeded kinds against the errors that were put in. */
export const scoreSeeds = (reports: SeededReport[]): SeedScore => {
  let [errors, hits, told, right] = [0, 0, 0, 0]
  for (const report of reports) {
    const checked = checkReport({ text: report.text })
    if (!checked.ok) throw new Error(checked.message)
    const findings = checked.value.findings.filter((f) => families[f.kind] !== undefined)
    const used = new Set(
      report.errors.flatMap((error) => {
        const matching = findings.filter(
          (f) =>
            families[f.kind] === error.kind &&
            [f, ...f.related].some((s) => s.start < error.end && error.start < s.end),
        )
        if (matching.length > 0) hits++
        return matching
      }),
    )
    errors += report.errors.length
    told += findings.length
    right += used.size
  }
  return { errors, precision: right / told, recall: hits / errors }
}
