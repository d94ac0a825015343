import type { Catalogue } from '../../platform/server/repository/repository.ts'
import { type SealedColumn, sealedFields } from '../../platform/server/repository/sealed-column.ts'
import { modules } from './modules.ts'

/** Every column of the house that holds sealed values. */
export const sealedColumns = (catalogue: Catalogue): SealedColumn[] => [
  ...sealedFields(catalogue),
  ...modules.flatMap(({ sealed = [] }) => sealed),
]
