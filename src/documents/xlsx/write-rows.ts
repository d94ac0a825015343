import { openZip, writeZip, type ZipPart } from '../zip/index.ts'
import { columnLetters, LAST_ROW } from './address.ts'
import type { Table, TableValue } from './table.ts'
import { headOf } from './table-head.ts'
import { cellValue, wrappedHeight, writeFrame } from './write-table.ts'
import { attribute, xmlText } from './xml-scanner.ts'

/** A table whose rows come in time; there are exactly `count` of them. */
export interface LongTable extends Omit<Table, 'rows'> {
  readonly rows: AsyncIterable<readonly (readonly TableValue[])[]>
  readonly count: number
}

/** How many rows a table of these columns can have on its sheet. */
export const roomFor = (table: Omit<Table, 'rows'>): number =>
  LAST_ROW - headOf({ ...table, rows: [] }).rows.length - (table.notes?.length ?? 0)

const sheetPart = 'xl/worksheets/sheet1.xml'
/** By so many rows columns are measured. */
const measured = 200
const pieceLength = 1 << 17

const rowAt = (xml: string, number: number): { from: number; to: number; text: string } => {
  const from = xml.indexOf(`<row r="${number}"`)
  const to = xml.indexOf('</row>', from) + '</row>'.length
  return { from, to, text: xml.slice(from, to) }
}

/** The style of each cell of a row, by column. */
const stylesOf = (row: string): string[] =>
  [...row.matchAll(/<c ([^>]*)>/g)].map(([, attributes]) => attribute(` ${attributes}`, 's') ?? '0')

const widthsOf = (xml: string): number[] =>
  [...xml.matchAll(/<col ([^>]*)>/g)].map(([, attributes]) => Number(attribute(` ${attributes}`, 'width')))

const makeRowWriter = (table: LongTable, frame: string, top: number) => {
  const formats = table.columns.map(({ format }) => format ?? 'text')
  const styles = stylesOf(rowAt(frame, top + 1).text)
  const widths = widthsOf(frame)
  const wrapped = formats.flatMap((format, column) => (format === 'longText' ? [column] : []))
  const heads = formats.map((_, column) => `<c r="${columnLetters(column + 1)}`)
  return (row: readonly TableValue[], number: number): string => {
    const height = wrapped.length === 0 ? undefined : wrappedHeight(row, wrapped, widths)
    let xml =
      height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`
    for (let column = 0; column < formats.length; column++) {
      const value = cellValue(row[column] ?? null, formats[column]!)
      const start = `${heads[column]}${number}" s="${styles[column]}"`
      if (value === null) xml += `${start}/>`
      else if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`
      else xml += `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(String(value))}</t></is></c>`
    }
    return `${xml}</row>`
  }
}

async function* sheetText(
  table: LongTable,
  frame: string,
  top: number,
  first: readonly (readonly TableValue[])[],
) {
  const sample = rowAt(frame, top + 1)
  const note = rowAt(frame, top + 2)
  const write = makeRowWriter(table, frame, top)
  let text = frame.slice(0, sample.from).replace(/<dimension [^>]*>/, '')
  let number = top
  async function* all() {
    yield first
    yield* table.rows
  }
  for await (const rows of all())
    for (const row of rows) {
      number++
      text += write(row, number)
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
  if (number - top !== table.count) throw new Error(`${table.count} rows were promised, ${number - top} came`)
  const [noteStyle] = stylesOf(note.text)
  for (const line of table.notes ?? []) {
    number++
    const cell = `<c r="A${number}" s="${noteStyle}" t="inlineStr"><is><t>${xmlText(line)}</t></is></c>`
    text += `<row r="${number}">${cell}</row>`
  }
  yield text + frame.slice(note.to)
}

/**
 * Writes a table of any length as a workbook that looks as `writeTable` makes it, piece by piece, in little memory.
 * Throws where another number of rows comes than was promised, and more than {@link roomFor} cannot be.
 */
export async function* writeRows(table: LongTable): AsyncGenerator<Uint8Array> {
  if (table.count > roomFor(table)) throw new Error(`a sheet has no room for ${table.count} rows`)
  const coming = table.rows[Symbol.asyncIterator]()
  const { value: first = [] } = await coming.next()
  const rest = { ...table, rows: { [Symbol.asyncIterator]: () => coming } }
  const frame = openZip(await writeFrame({ ...table, rows: first.slice(0, measured) }, table.count))
  if (!frame.ok) throw new Error(frame.message)
  const top = headOf({ ...table, rows: [] }).rows.length
  const textOf = (name: string): string => {
    const text = frame.value.readText(name)
    if (!text.ok) throw new Error(text.message)
    return text.value
  }
  const parts = frame.value.names.map(
    (name): ZipPart => ({
      name,
      text: name === sheetPart ? sheetText(rest, textOf(name), top, first) : [textOf(name)],
    }),
  )
  yield* writeZip(parts)
}
