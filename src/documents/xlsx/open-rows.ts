import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { ZipRefusal } from '../zip/index.ts'
import { CsvRows } from './csv-rows.ts'
import { csvText } from './csv-text.ts'
import { type ReadLimits, Refusal } from './limits.ts'
import { unknownEncoding } from './read-csv.ts'
import { type OpenedFile, openFile, type ReadOptions } from './read-workbook.ts'
import { readXls } from './read-xls.ts'
import { openXlsx } from './read-xlsx.ts'
import { SheetRows } from './sheet-rows.ts'
import type { Range, Row } from './workbook.ts'

/** A sheet of which only the top has been read. */
export interface SheetTop {
  readonly name: string
  readonly hidden: boolean
  /** The first {@link topRows} of its rows, or all. */
  readonly rows: readonly Row[]
  readonly merges: readonly Range[]
  /** How many rows follow these. */
  readonly more: number
}

/** A table file whose rows are read as they are wanted, so that a million of them need little memory. */
export interface RowFile {
  readonly sheets: readonly SheetTop[]
  /** All rows of a sheet, some at a time. Throws `Refusal` where the file breaks off. */
  rows(sheet: string): AsyncGenerator<readonly Row[]>
}

/** So many rows of every sheet are kept: headers, titles and examples stand there. */
const topRows = 300

/** What streaming takes in: a sheet full of rows, sixty columns wide. */
const streamLimits: ReadLimits = { fileBytes: 200 * 2 ** 20, unpackedBytes: 2 ** 32, cells: 60_000_000 }

/** Opens .xlsx, .xlsm, .xls or .csv for reading row by row; refusals as with `readWorkbook`. */
export const openRows = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<Parsed<RowFile>> => {
  const limits = { ...streamLimits, ...options.limits }
  const file = openFile(bytes, limits, options.fileName)
  if (!file.ok) return file
  try {
    return await openAs(file.value, bytes, limits)
  } catch (error) {
    if (error instanceof Refusal || error instanceof ZipRefusal) return refused(error.message)
    throw error
  }
}

const openAs = async (file: OpenedFile, bytes: Uint8Array, limits: ReadLimits): Promise<Parsed<RowFile>> => {
  if (file.format === 'csv') return openCsv(bytes)
  if (file.format === 'xlsx') return parsed(await openXlsxRows(file, limits))
  const workbook = await readXls(bytes, limits)
  if (!workbook.ok) return workbook
  const { sheets } = workbook.value
  return parsed({
    sheets: sheets.map(({ name, hidden, rows, merges }) => ({ name, hidden, rows, merges, more: 0 })),
    async *rows(name) {
      yield sheets.find((sheet) => sheet.name === name)?.rows ?? []
    },
  })
}

const csvSheet = 'CSV'

const openCsv = (bytes: Uint8Array): Parsed<RowFile> => {
  const text = csvText(bytes)
  if (text === null) return refused(unknownEncoding)
  function* rows(): Generator<Row[]> {
    const reader = new CsvRows()
    for (const piece of text!()) yield reader.write(piece)
    yield reader.end()
  }
  const top: Row[] = []
  let more = 0
  for (const some of rows()) {
    const room = topRows - top.length
    if (room > 0) top.push(...some.slice(0, room))
    more += Math.max(0, some.length - Math.max(0, room))
  }
  return parsed({
    sheets: [{ name: csvSheet, hidden: false, rows: top, merges: [], more }],
    async *rows() {
      yield* rows()
    },
  })
}

const openXlsxRows = async (
  { zip, workbook }: Extract<OpenedFile, { format: 'xlsx' }>,
  limits: ReadLimits,
): Promise<RowFile> => {
  const { sheets, around, scan } = await openXlsx(zip, workbook, limits)
  const readTop = async ({ name, hidden, part }: (typeof sheets)[number]): Promise<SheetTop> => {
    const reader = new SheetRows(around())
    const rows: Row[] = []
    let more = 0
    const take = (piece: string) => {
      if (rows.length < topRows) rows.push(...reader.write(piece))
      else more += reader.pass(piece)
    }
    let merges: readonly Range[] = []
    const end = () => {
      const last = reader.end()
      rows.push(...last.rows)
      merges = last.merges
    }
    for await (const _ of scan(part, `工作表“${name}”`, take, end));
    more += Math.max(0, rows.length - topRows)
    return { name, hidden, rows: rows.slice(0, topRows), merges, more }
  }
  const tops: SheetTop[] = []
  for (const sheet of sheets) tops.push(await readTop(sheet))
  return {
    sheets: tops,
    async *rows(wanted) {
      const sheet = sheets.find(({ name }) => name === wanted)
      if (!sheet) return
      const reader = new SheetRows(around())
      const write = (piece: string) => reader.write(piece)
      yield* scan(sheet.part, `工作表“${wanted}”`, write, () => reader.end().rows)
    },
  }
}
