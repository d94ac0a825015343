import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { OfficialSpan } from './document.ts'
import { page } from './page-layout.ts'
import { runsOf } from './runs.ts'
import { widthOf } from './signature-layout.ts'
import { style } from './styles.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const MARGIN = 80
/** Longer than this, a cell reads better from the left. In characters. */
const SHORT = 14

/** A bordered table over the width of the text. The first row is the header, repeated on every page. */
export function officialTable(rows: OfficialSpan[][][]): Table {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const widths = columnWidths(rows, columns)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: MARGIN, right: MARGIN },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: rows.map(
      (row, number) =>
        new TableRow({
          tableHeader: number === 0,
          cantSplit: true,
          children: widths.map((width, column) => cell(row[column] ?? [], width)),
        }),
    ),
  })
}

const cell = (spans: OfficialSpan[], width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: style.cell,
        ...(lengthOf(spans) > SHORT ? { alignment: AlignmentType.LEFT } : {}),
        children: runsOf(spans),
      }),
    ],
  })

const lengthOf = (spans: OfficialSpan[]) => widthOf(spans.map(({ text }) => text).join(''))

/** In proportion to the longest text of each column, within bounds, so that no column starves. */
function columnWidths(rows: OfficialSpan[][][], columns: number): number[] {
  const lengths = Array.from({ length: columns }, (_, column) =>
    Math.min(18, Math.max(3, ...rows.map((row) => lengthOf(row[column] ?? [])))),
  )
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const widths = lengths.map((length) => Math.floor((page.textWidth * length) / all))
  widths[columns - 1]! += page.textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths
}
