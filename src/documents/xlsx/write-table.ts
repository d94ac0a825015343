import { type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { address, columnLetters, LAST_ROW } from './address.ts'
import { dateSerial } from './number-text.ts'
import type { Table, TableColumn, TableFormat, TableValue } from './table.ts'
import { across, type Head, headOf } from './table-head.ts'
import { bodyFont, bodyStyle, headerStyle, isNumber, noteStyle, titleStyle } from './table-style.ts'

/**
 * Writes rows as a workbook that prints well: title, frozen header with filter, borders, widths, page numbers.
 * More rows than a sheet holds run on to further sheets.
 */
export const writeTable = async (table: Table): Promise<Uint8Array> => {
  const rows = [...table.rows]
  const head = headOf(table)
  const room = LAST_ROW - head.rows.length - (table.notes?.length ?? 0)
  const sheets: WriteSheet[] = []
  const name = sheetName(table.sheet ?? table.title ?? '表')
  for (let from = 0; from === 0 || from < rows.length; from += room)
    sheets.push(
      tableSheet(
        table,
        head,
        rows.slice(from, from + room),
        from === 0 ? name : `${name.slice(0, 26)}_${sheets.length + 1}`,
      ),
    )
  if (table.provenance) sheets.push(provenanceSheet(table.provenance))
  return finish(table, sheets, name)
}

const finish = (table: Table, sheets: WriteSheet[], name: string): Promise<Uint8Array> =>
  writeXlsx({ sheets, defaultFont: bodyFont, properties: { title: table.title ?? name, creator: 'Youju' } })

/**
 * A table of `count` rows without them: below the header stand one row with a cell of every column's style and one
 * with the style of a note. `table.rows` are the first rows, by which columns are measured.
 */
export const writeFrame = async (table: Table, count: number): Promise<Uint8Array> => {
  const head = headOf(table)
  const name = sheetName(table.sheet ?? table.title ?? '表')
  const sample = table.columns.map(({ format }) => (isNumber(format ?? 'text') ? 1 : '2000-01-01'))
  const sheet = tableSheet(table, head, [...table.rows], name, count)
  const top = head.rows.length
  const cells = new Map([...sheet.cells!].filter(([place]) => Number(place.split(',')[0]) < top))
  cells.set(`${top + 1},0`, { style: noteStyle, value: '注' })
  const rows = [
    ...head.rows,
    sample.map((value, column) => cellValue(value, table.columns[column]!.format ?? 'text')),
    ['注'],
  ]
  const rowDefs = new Map([...sheet.rowDefs!].filter(([row]) => row < top))
  const sheets = [{ ...sheet, rows, cells, rowDefs }]
  if (table.provenance) sheets.push(provenanceSheet(table.provenance) as (typeof sheets)[number])
  return finish(table, sheets, name)
}

/** Characters that a sheet's name may not hold become blanks; 31 at most. */
const sheetName = (name: string) =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'|'$/g, ' ')
    .trim()
    .slice(0, 31) || '表'

const tableSheet = (
  table: Table,
  head: Head,
  rows: readonly (readonly TableValue[])[],
  name: string,
  count = rows.length,
): WriteSheet => {
  const width = table.columns.length
  const formats = table.columns.map(({ format }) => format ?? 'text')
  const styles = formats.map(bodyStyle)
  const top = head.rows.length
  const notes = table.notes ?? []
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  head.rows.forEach((_, row) => {
    const style =
      row >= head.titleRows ? headerStyle : row === 0 && table.title !== undefined ? titleStyle : noteStyle
    for (let column = 0; column < (row >= head.titleRows ? width : 1); column++)
      cells.set(`${row},${column}`, { style, value: head.rows[row]![column] ?? null })
  })
  notes.forEach((text, index) => {
    cells.set(`${top + count + index},0`, { style: noteStyle, value: text })
  })
  const body = rows.map((row) => formats.map((format, column) => cellValue(row[column] ?? null, format)))
  const lastHeader = head.rows.length
  const widths = table.columns.map((column, index) => column.width ?? measure(column, index, rows))
  return {
    name,
    columns: widths.map((width, index) => ({ width, style: styles[index]! })),
    rows: [...head.rows, ...body, ...notes.map((text) => [text])],
    cells,
    merges: [
      ...head.merges,
      ...(width > 1 ? notes.map((_, index) => across(top + count + index, width)) : []),
    ],
    freezePane: { rows: lastHeader },
    autoFilter: {
      range: `${address(lastHeader, 1)}:${address(Math.max(lastHeader + count, lastHeader + 1), width)}`,
    },
    rowDefs: rowHeights(table, head, rows, widths),
    pageSetup: {
      paperSize: 'a4',
      orientation: width > 7 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${head.titleRows + 1}:${lastHeader}`,
      printArea: `A1:${columnLetters(width)}${top + count + notes.length}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

const provenanceSheet = (lines: NonNullable<Table['provenance']>): WriteSheet => ({
  name: '来源',
  hidden: true,
  columns: [{ width: 20 }, { width: 80 }],
  rows: lines.map(([name, value]) => [name, value]),
})

/** Dates become what spreadsheets count in; a value that does not suit its column stays text. */
export const cellValue = (value: TableValue, format: TableFormat): CellValue => {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (format === 'date' || format === 'month' || format === 'dateTime') {
    return dateSerial(String(value)) ?? String(value)
  }
  if (format === 'percent' && typeof value === 'number') return value / 100
  return isNumber(format) ? value : String(value)
}

const halfWidths = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

const measure = (column: TableColumn, index: number, rows: readonly (readonly TableValue[])[]): number => {
  const header = typeof column.header === 'string' ? column.header : (column.header.at(-1) ?? '')
  let widest = Math.min(halfWidths(header) + 4, 16)
  for (const row of rows.slice(0, 200)) widest = Math.max(widest, halfWidths(String(row[index] ?? '')) + 2)
  return Math.min(widest, column.format === 'longText' ? 48 : 40)
}

/** Wrapped texts need their height told: not every program measures them when it opens the file. */
const rowHeights = (
  table: Table,
  head: Head,
  rows: readonly (readonly TableValue[])[],
  widths: readonly number[],
): NonNullable<WriteSheet['rowDefs']> => {
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map(
    head.rows.map((_, row) => [row, { height: row === 0 && table.title !== undefined ? 32 : 22 }]),
  )
  const wrapped = table.columns.flatMap(({ format }, index) => (format === 'longText' ? [index] : []))
  rows.forEach((row, index) => {
    const height = wrappedHeight(row, wrapped, widths)
    if (height !== undefined) heights.set(head.rows.length + index, { height })
  })
  return heights
}

/** The height of a row with wrapped texts in some columns; undefined where one line holds them. */
export const wrappedHeight = (
  row: readonly TableValue[],
  wrapped: readonly number[],
  widths: readonly number[],
): number | undefined => {
  const lines = Math.max(
    ...wrapped.map((column) => Math.ceil(halfWidths(String(row[column] ?? '')) / (widths[column]! - 1))),
  )
  return lines > 1 ? Math.min(lines * 15, 400) : undefined
}
