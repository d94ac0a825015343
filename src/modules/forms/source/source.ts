import type { Definition, Field } from '../../../core/definition/index.ts'
import type { ElementValue } from '../../../documents/form/index.ts'
import type { Row } from '../../../platform/server/repository/columns.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

/**
 * Where a value is looked for, starting from the row's own record: `e` is the record itself, `s` an entry's subject,
 * `h` their household, `d` its dwelling, `o` its head, `l_<name>` the person's entry in another ledger, `gr` the relation
 * to their guardian, `gp` the guardian where registered.
 */
export type Step = 'e' | 's' | 'h' | 'd' | 'o' | 'gr' | 'gp' | `l_${string}`

/** A field that holds a value, and the record whose field it is. */
export interface Held {
  readonly step: Step
  readonly definition: Definition
  readonly field: Field
}

/** The records that one row of a form is made of. */
export type JoinedRow = Partial<Record<Step, Row>> & { readonly e: Row }

/** What a value may depend on beside the records. */
export interface FillContext {
  readonly repository: Repository
  readonly asOf: string
  readonly area: string
  /** From 1. */
  readonly serial: number
}

/** How an element is read for the rows of one definition. */
export interface Source {
  /** The element. */
  readonly key: string
  readonly title: string
  /** For people: `居民·公民身份号码`. */
  readonly from: string
  /** Records to be joined; none for what follows from day and place alone. */
  readonly steps: readonly Step[]
  readonly sensitive: boolean
  /** The field that holds it; absent where it is computed. */
  readonly held?: Held
  /** Where else the same is told, looked at in turn where that field is empty. */
  readonly otherwise?: readonly Held[]
  readonly compute?: (row: JoinedRow, context: FillContext) => ElementValue | null
}
