import { sql } from 'kysely'
import {
  type Departure,
  type LedgerConsequence,
  ledgerConsequences,
  type SubjectFacts,
} from '../../../core/definition/index.ts'
import type { Row } from '../repository/columns.ts'
import type { Repository } from '../repository/repository.ts'
import { valuesOf } from '../repository/write.ts'

/** A consequence with the entry it concerns: id and version for `endRecord` and `changeRecord`; null for `enter`. */
export type FoundConsequence = LedgerConsequence & {
  readonly entry: { readonly id: string; readonly version: number } | null
}

/**
 * Which ledgers a person (or other subject) would leave or enter by a change, by which rule and why. Reads the
 * entries that stand today; writes nothing, so that it can be shown before anybody confirms. `before` is absent for
 * somebody new, `after` is how they go for somebody who leaves.
 */
export const findConsequences = async (
  repository: Repository,
  change: {
    readonly of: string
    readonly id: string
    readonly on: string
    readonly before?: SubjectFacts | undefined
    readonly after: SubjectFacts | Departure
  },
): Promise<FoundConsequence[]> => {
  const { rows } = await sql<Row & { ledger: string }>`select * from ledger_entry
    where district = ${repository.district} and subject = ${change.id}`.execute(repository.db)
  const standing = rows.flatMap((row) => {
    const ledger = repository.catalogue.ledgers.get(row.ledger)
    return ledger ? [{ ledger: row.ledger, values: valuesOf(repository, ledger, row) }] : []
  })
  return ledgerConsequences(repository.catalogue.ledgers.values(), { ...change, standing }).map(
    (consequence) => {
      const row = rows.find(({ ledger }) => ledger === consequence.ledger)
      return {
        ...consequence,
        entry: row && consequence.kind !== 'enter' ? { id: row.id, version: row.version } : null,
      }
    },
  )
}
