import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../../platform/contract/problem.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { inScope } from '../../../platform/server/repository/scope.ts'
import type { SealedColumn } from '../../../platform/server/repository/sealed-column.ts'
import type { Step } from '../source/source.ts'
import type { CellFigure } from '../statistics/fill-statistics.ts'

/** A column or cell that was filled, and where its values came from. */
export interface FilledPlace {
  readonly sheet: string
  readonly place: string
  readonly header: string
  /** The element; null where the place was left alone. */
  readonly key: string | null
  /** A place of the table, or a single cell of a vertical form. */
  readonly isCell: boolean
  readonly step?: Step
  readonly definition?: string
  readonly field?: string
  /** Block side by side that the column belongs to. */
  readonly block: number
  /** Of a statistical table. */
  readonly figure?: CellFigure
  /** Why it was left empty, as a sentence. */
  readonly reason?: string
}

export interface MissingCount {
  readonly sheet: string
  readonly place: string
  readonly header: string
  readonly count: number
}

export interface FillRow {
  id: string
  request: string
  area: string
  as_of: string
  state: 'filling' | 'done' | 'failed'
  unmasked: boolean
  purpose: string
  rows: number
  cells: number
  columns: FilledPlace[]
  missing: MissingCount[]
  /** What a person has to know about the file as a whole, or why there is none. */
  notes: string[]
  file: string | null
  file_name: string
  job: string | null
  created_by: string
  created_by_name: string
  created_at: Date
  command: string
}

/** A row as it was sent: its place in the sheet, its texts in the order of the places, its records. */
export interface SentRow {
  readonly row: number
  readonly texts: readonly string[]
  readonly records: Partial<Record<Step, readonly [id: string, version: number]>>
}

const shown = sql.raw(
  'id, request, area, as_of, state, unmasked, purpose, rows, cells, columns, missing, notes, file, file_name, job, created_by, created_by_name, created_at, command',
)

const seen = (repository: Repository): RawBuilder<unknown> =>
  sql`district = ${repository.district} and ${inScope(repository, 'data.export', undefined, sql`area`)}`

export const listFills = async (repository: Repository, request: string): Promise<FillRow[]> => {
  const { rows } = await sql<FillRow>`select ${shown} from form_fill
    where ${seen(repository)} and request = ${request} order by created_at desc limit 20`.execute(
    repository.db,
  )
  return rows
}

/** Throws `form.not_found`. */
export const getFill = async (repository: Repository, id: string): Promise<FillRow> => {
  const { rows } = await sql<FillRow>`select ${shown} from form_fill
    where ${seen(repository)} and id = ${id}`.execute(repository.db)
  if (!rows[0]) throw new Problem('form.not_found', '没有找到这次填写，或者它不在您的辖区。')
  return rows[0]
}

export const insertFill = async (
  repository: Repository,
  fill: Pick<FillRow, 'id' | 'request' | 'area' | 'as_of' | 'unmasked' | 'purpose'>,
): Promise<void> => {
  await repository.db
    .insertInto('form_fill')
    .values({
      ...fill,
      district: repository.district,
      state: 'filling',
      created_by: repository.actor.id,
      created_by_name: repository.actor.name,
      command: repository.command,
    })
    .execute()
}

export const updateFill = async (
  repository: Repository,
  id: string,
  changes: Partial<
    Pick<FillRow, 'state' | 'rows' | 'cells' | 'columns' | 'missing' | 'notes' | 'file' | 'file_name' | 'job'>
  >,
): Promise<void> => {
  const { columns, missing, notes, ...plain } = changes
  await repository.db
    .updateTable('form_fill')
    .set({
      ...plain,
      ...(columns ? { columns: JSON.stringify(columns) } : {}),
      ...(missing ? { missing: JSON.stringify(missing) } : {}),
      ...(notes ? { notes: JSON.stringify(notes) } : {}),
    })
    .where('district', '=', repository.district)
    .where('id', '=', id)
    .execute()
}

const sealedAt = (fill: string, number: number) => `form.fill:${fill}:${number}`

/** What was sent, for who turns the keys. */
export const sealedParts: SealedColumn = {
  table: 'form_fill_part',
  column: 'content',
  names: ['fill', 'number'],
  place: ({ fill, number }) => sealedAt(fill!, Number(number)),
}

const packAside = promisify<string, Buffer>(gzip)

/** Keeps some rows as they were sent, sealed: they quote ID numbers and telephones. */
export const storePart = async (
  repository: Repository,
  fill: string,
  part: { number: number; sheet: string; rows: readonly SentRow[] },
): Promise<void> => {
  // Beside this thread, which is filling the next rows.
  const packed = (await packAside(JSON.stringify(part.rows))).toString('base64')
  await repository.db
    .insertInto('form_fill_part')
    .values({
      district: repository.district,
      fill,
      number: part.number,
      sheet: part.sheet,
      first_row: part.rows[0]?.row ?? 0,
      rows: part.rows.length,
      content: repository.cipher.encrypt(packed, sealedAt(fill, part.number)),
    })
    .execute()
}

/** Forgets what an interrupted attempt left. */
export const clearParts = async (repository: Repository, fill: string): Promise<void> => {
  await sql`delete from form_fill_part where district = ${repository.district} and fill = ${fill}`.execute(
    repository.db,
  )
}

interface Part {
  readonly sheet: string
  readonly rows: SentRow[]
}

/** What was sent, piece by piece in order; all sheets, or one from a row on. */
export async function* readParts(
  repository: Repository,
  fill: string,
  within: { sheet?: string; from?: number } = {},
): AsyncGenerator<Part> {
  const { rows: numbers } = await sql<{ number: number }>`select number from form_fill_part
    where district = ${repository.district} and fill = ${fill}
      ${within.sheet === undefined ? sql`` : sql`and sheet = ${within.sheet}`}
      ${within.from === undefined ? sql`` : sql`and (first_row = 0 or first_row + rows > ${within.from})`}
    order by number`.execute(repository.db)
  for (const { number } of numbers) {
    const { rows } = await sql<{ sheet: string; content: Buffer }>`select sheet, content from form_fill_part
      where district = ${repository.district} and fill = ${fill} and number = ${number}`.execute(
      repository.db,
    )
    const { sheet, content } = rows[0]!
    const packed = Buffer.from(repository.cipher.decrypt(content, sealedAt(fill, number)), 'base64')
    yield { sheet, rows: JSON.parse(gunzipSync(packed).toString('utf8')) as SentRow[] }
  }
}

/** How many rows of a sheet were sent. */
export const countParts = async (repository: Repository, fill: string, sheet: string): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select coalesce(sum(rows), 0)::integer as total
    from form_fill_part where district = ${repository.district} and fill = ${fill} and sheet = ${sheet}`.execute(
    repository.db,
  )
  return rows[0]!.total
}
