import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/server/database/connect.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'

export type ImportState = 'reading' | 'preview' | 'importing' | 'done' | 'failed' | 'cancelled'

/** An import as it is stored; `preview` and `faults` are sealed. */
export interface ImportBatch {
  id: string
  file: string
  file_name: string
  area: string | null
  ledger: string | null
  sheet: string | null
  mapping: Record<string, string | null>
  state: ImportState
  message: string
  done: number
  total: number | null
  counts: Partial<Counts>
  preview: Buffer | null
  on_day: string | null
  command: string | null
  created_at: Date
}

/** Rows by what they would do, or did; those with a fault apart. */
export interface Counts {
  rows: number
  add: number
  change: number
  same: number
  newPersons: number
  faulty: number
}

type Changes = Partial<Omit<ImportBatch, 'id'> & { faults: Buffer | null }>

const shown = sql.raw(
  'id, file, file_name, area, ledger, sheet, mapping, state, message, done, total, counts, preview, on_day, command, created_at',
)

/** Only its owner ever reads an import. */
const owned = (repository: Repository): RawBuilder<unknown> =>
  sql`district = ${repository.district} and owner = ${repository.actor.id}`

/** The import of that id; locked until the transaction ends where it is about to change. */
export const findBatch = async (
  repository: Repository,
  id: string,
  lock = false,
): Promise<ImportBatch | undefined> => {
  const { rows } = await sql<ImportBatch>`select ${shown} from import_batch
    where ${owned(repository)} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(repository.db)
  return rows[0]
}

/** The actor's latest imports, newest first. */
export const listBatches = async (repository: Repository): Promise<ImportBatch[]> => {
  const { rows } = await sql<ImportBatch>`select ${shown} from import_batch
    where ${owned(repository)} order by created_at desc limit 30`.execute(repository.db)
  return rows
}

/** The sealed faults of an import, all of them. */
export const findFaults = async (repository: Repository, id: string): Promise<Buffer | undefined> => {
  const { rows } = await sql<{ faults: Buffer | null }>`select faults from import_batch
    where ${owned(repository)} and id = ${id}`.execute(repository.db)
  return rows[0]?.faults ?? undefined
}

export const insertBatch = async (
  repository: Repository,
  batch: { id: string; file: string; fileName: string; area: string | null; ledger: string | null },
): Promise<void> => {
  await sql`insert into import_batch (district, id, owner, file, file_name, area, ledger, state)
    values (${repository.district}, ${batch.id}, ${repository.actor.id}, ${batch.file}, ${batch.fileName},
      ${batch.area}, ${batch.ledger}, 'reading')`.execute(repository.db)
}

/** Changes an import that is still in the state given; answers whether it was. */
export const updateBatch = async (
  repository: Repository,
  id: string,
  from: ImportState,
  changes: Changes,
  db: Database = repository.db,
): Promise<boolean> => {
  const { mapping, counts, ...plain } = changes
  const { numUpdatedRows } = await db
    .updateTable('import_batch')
    .set({
      ...plain,
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
    })
    .where('district', '=', repository.district)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The file has served: it may be cleared away after so many days. */
export const expireFile = async (repository: Repository, file: string, days: number): Promise<void> => {
  await sql`update stored_file set expires_at = now() + make_interval(days => ${days})
    where district = ${repository.district} and id = ${file}`.execute(repository.db)
}

/** SHA-256 of a stored file, for the audit. */
export const hashOfFile = async (repository: Repository, file: string): Promise<string | undefined> => {
  const { rows } = await sql<{ sha256: string }>`select sha256 from stored_file
    where district = ${repository.district} and id = ${file}`.execute(repository.db)
  return rows[0]?.sha256
}
