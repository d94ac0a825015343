import {
  type Departure,
  departures,
  type LedgerDefinition,
  leavingReason,
} from '../../../core/definition/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { type EndCause, valuesOf } from '../../../platform/server/repository/write.ts'
import { findLastSubject } from '../storage/proposals.ts'

/** Why an entry should be taken out, from which day, and the subject as it stands or last stood. */
export interface Leaving {
  readonly rule: string
  readonly reason: string
  readonly cause: EndCause
  readonly on: string
  readonly subject: Row | undefined
}

const isDeparture = (cause: string): cause is Departure => Object.hasOwn(departures, cause)

/** Holds a stored entry against its ledger's rules; undefined where it may stay. */
export const findLeaving = async (
  repository: Repository,
  ledger: LedgerDefinition,
  entry: Row,
): Promise<Leaving | undefined> => {
  const { of } = ledger
  const subject = of && entry.subject ? await findLastSubject(repository, of, entry.subject) : undefined
  if (of && subject?.ended) {
    const cause = isDeparture(subject.ended) ? subject.ended : 'moved'
    const on = [entry.valid_from, subject.valid_to ?? repository.today].toSorted().at(-1)!
    return { rule: '', reason: departures[cause], cause, on, subject }
  }
  const why = leavingReason(
    ledger,
    repository.today,
    { values: of && subject ? valuesOf(repository, of, subject) : {} },
    valuesOf(repository, ledger, entry),
  )
  return why && { rule: why.rule, reason: why.reason, cause: why.cause, on: repository.today, subject }
}
