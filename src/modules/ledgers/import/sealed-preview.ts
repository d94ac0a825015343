import { gunzipSync, gzipSync } from 'node:zlib'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'
import { findFaults, type ImportBatch } from '../storage/import-batch.ts'
import type { Fault } from './check/fault.ts'
import type { Layout, SheetInfo } from './recognise/layout.ts'

/** What the page shows of a file before it is imported. */
export interface Preview {
  readonly sheets: readonly SheetInfo[]
  readonly layout: Layout | null
  readonly faults: readonly Fault[]
}

/** So many faults the page shows; all of them are in the download. */
const shownFaults = 200

const seal = ({ cipher }: Repository, place: string, value: unknown): Buffer =>
  cipher.encrypt(gzipSync(JSON.stringify(value)).toString('base64'), place)

const open = ({ cipher }: Repository, place: string, bytes: Buffer): unknown =>
  JSON.parse(gunzipSync(Buffer.from(cipher.decrypt(bytes, place), 'base64')).toString('utf8'))

/** The columns of an import that hold what its file says, sealed: they quote ID numbers and telephones. */
export const sealPreview = (
  repository: Repository,
  id: string,
  { sheets, layout, faults }: Preview,
): { preview: Buffer; faults: Buffer } => ({
  preview: seal(repository, `import.preview:${id}`, { sheets, layout, faults: faults.slice(0, shownFaults) }),
  faults: seal(repository, `import.faults:${id}`, faults),
})

export const openPreview = (repository: Repository, batch: ImportBatch): Preview =>
  batch.preview
    ? (open(repository, `import.preview:${batch.id}`, batch.preview) as Preview)
    : { sheets: [], layout: null, faults: [] }

/** Every fault of an import, by row. */
export const openFaults = async (repository: Repository, id: string): Promise<Fault[]> => {
  const bytes = await findFaults(repository, id)
  return bytes ? (open(repository, `import.faults:${id}`, bytes) as Fault[]) : []
}

/** Both columns, for who turns the keys. */
export const sealedPreviews: readonly SealedColumn[] = (['preview', 'faults'] as const).map((column) => ({
  table: 'import_batch',
  column,
  names: ['id'],
  place: ({ id }) => `import.${column}:${id}`,
}))
