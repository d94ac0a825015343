import type { Counts } from '../../storage/import-batch.ts'
import type { Fault } from './fault.ts'
import type { Outcome } from './outcome.ts'

export const noCounts: Counts = { rows: 0, add: 0, change: 0, same: 0, newPersons: 0, faulty: 0 }

/** So many are kept: a column that is wrong from top to bottom says no more by its last rows. */
export const mostFaults = 20_000

/** Counts outcomes as they come, and keeps what is wrong, up to a limit. */
export const makeTally = () => {
  const counts = { ...noCounts }
  const faults: Fault[] = []
  return {
    counts: counts as Readonly<Counts>,
    faults: faults as readonly Fault[],
    take(outcomes: readonly Outcome[]) {
      for (const outcome of outcomes) {
        counts.rows++
        counts[outcome.kind]++
        if (outcome.kind === 'faulty') {
          if (faults.length < mostFaults) faults.push(...outcome.faults)
        } else if (outcome.newPerson) counts.newPersons++
      }
    },
  }
}
