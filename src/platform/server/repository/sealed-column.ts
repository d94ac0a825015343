import type { Definition } from '../../../core/definition/index.ts'
import { columnOf, tableOf } from './columns.ts'
import type { Catalogue } from './repository.ts'
import { placeOfField } from './row.ts'

/** A column that holds sealed values, and the place that each is bound to. */
export interface SealedColumn {
  readonly table: string
  /** Of bytes; of one object where `key` is told. */
  readonly column: string
  /** The key of the object under which the value stands, in base64. */
  readonly key?: string
  /** Only rows of this ledger. */
  readonly ledger?: string
  /** Its rows never change: their keys are counted and kept, nothing is sealed anew. */
  readonly fixed?: true
  /** The columns that name a row beside the district, and of which its place is made. */
  readonly names: readonly string[]
  place(names: Readonly<Record<string, string>>): string
}

const columnsOf = (definition: Definition): SealedColumn[] =>
  Object.values(definition.fields)
    .filter((field) => field.encrypted)
    .flatMap((field) =>
      ['', '_past'].map((suffix) => ({
        table: `${tableOf(definition)}${suffix}`,
        ...(definition.kind === 'record'
          ? { column: columnOf(field) }
          : { column: 'fields', key: field.key, ledger: definition.name }),
        names: ['id'],
        place: ({ id }: Readonly<Record<string, string>>) => placeOfField(definition, field, id!),
      })),
    )

/** Every column that holds sealed values of records and ledgers, current and past versions alike. */
export const sealedFields = ({ records, ledgers }: Catalogue): SealedColumn[] =>
  [...records.values(), ...ledgers.values()].flatMap(columnsOf)
