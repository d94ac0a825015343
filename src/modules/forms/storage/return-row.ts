import { gunzipSync, gzipSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'

export type Decision = 'accepted' | 'kept'

/** A form that came back, as it is stored; its differences are sealed. */
export interface ReturnRow {
  id: string
  request: string
  fill: string
  area: string
  file: string
  file_name: string
  state: 'reading' | 'ready' | 'done' | 'failed'
  message: string
  counts: Record<string, number>
  decisions: Record<string, Decision>
  created_by: string
  created_by_name: string
  created_at: Date
}

const shown = sql.raw(
  'id, request, fill, area, file, file_name, state, message, counts, decisions, created_by, created_by_name, created_at',
)

const seen = (repository: Repository): RawBuilder<unknown> =>
  sql`district = ${repository.district} and ${inScope(repository, 'data.import', undefined, sql`area`)}`

export const listReturns = async (repository: Repository, request: string): Promise<ReturnRow[]> => {
  const { rows } = await sql<ReturnRow>`select ${shown} from form_return
    where ${seen(repository)} and request = ${request} order by created_at desc limit 20`.execute(
    repository.db,
  )
  return rows
}

/** Throws `form.not_found`. */
export const getReturn = async (repository: Repository, id: string, lock = false): Promise<ReturnRow> => {
  const { rows } = await sql<ReturnRow>`select ${shown} from form_return
    where ${seen(repository)} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(repository.db)
  if (!rows[0]) throw new Problem('form.not_found', '没有找到这份回收的表格，或者它不在您的辖区。')
  return rows[0]
}

export const insertReturn = async (
  repository: Repository,
  row: Pick<ReturnRow, 'id' | 'request' | 'fill' | 'area' | 'file' | 'file_name'>,
): Promise<void> => {
  await repository.db
    .insertInto('form_return')
    .values({
      ...row,
      district: repository.district,
      state: 'reading',
      created_by: repository.actor.id,
      created_by_name: repository.actor.name,
    })
    .execute()
}

const sealedAt = (id: string) => `form.return:${id}`

/** What came back, for who turns the keys. */
export const sealedDifferences: SealedColumn = {
  table: 'form_return',
  column: 'differences',
  names: ['id'],
  place: ({ id }) => sealedAt(id!),
}

export const updateReturn = async (
  repository: Repository,
  id: string,
  changes: Partial<Pick<ReturnRow, 'state' | 'message' | 'counts' | 'decisions'>> & { differences?: unknown },
): Promise<void> => {
  const { counts, decisions, differences, ...plain } = changes
  const packed =
    differences === undefined ? undefined : gzipSync(JSON.stringify(differences)).toString('base64')
  await repository.db
    .updateTable('form_return')
    .set({
      ...plain,
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
      ...(decisions ? { decisions: JSON.stringify(decisions) } : {}),
      ...(packed === undefined ? {} : { differences: repository.cipher.encrypt(packed, sealedAt(id)) }),
    })
    .where('district', '=', repository.district)
    .where('id', '=', id)
    .execute()
}

/** The differences of a form that came back, as they were found. */
export const openDifferences = async (repository: Repository, id: string): Promise<unknown[]> => {
  const { rows } = await sql<{ differences: Buffer | null }>`select differences from form_return
    where ${seen(repository)} and id = ${id}`.execute(repository.db)
  const bytes = rows[0]?.differences
  if (!bytes) return []
  const packed = Buffer.from(repository.cipher.decrypt(bytes, sealedAt(id)), 'base64')
  return JSON.parse(gunzipSync(packed).toString('utf8')) as unknown[]
}
