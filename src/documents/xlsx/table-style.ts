import type { CellStyle } from 'hucre'
import type { TableFormat } from './table.ts'

const line = { style: 'thin', color: { rgb: 'FFBFBFBF' } } as const
const border = { top: line, right: line, bottom: line, left: line }
export const bodyFont = { name: '宋体', size: 11 }

const numberFormats: Record<TableFormat, string> = {
  text: '@',
  longText: '@',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  dateTime: 'yyyy-mm-dd hh:mm',
  integer: '#,##0',
  decimal: '#,##0.00',
  money: '#,##0.00',
  percent: '0.0%',
}

export const isNumber = (format: TableFormat) => ['integer', 'decimal', 'money', 'percent'].includes(format)

export const titleStyle: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
export const noteStyle: CellStyle = {
  font: { ...bodyFont, size: 10, color: { rgb: 'FF595959' } },
  alignment: { vertical: 'center', wrapText: true },
}
export const headerStyle: CellStyle = {
  font: { ...bodyFont, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE6F2F0' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const bodyStyle = (format: TableFormat): CellStyle => ({
  font: bodyFont,
  border,
  numFmt: numberFormats[format],
  alignment: {
    vertical: 'center',
    horizontal: isNumber(format)
      ? 'right'
      : format.startsWith('date') || format === 'month'
        ? 'center'
        : 'left',
    wrapText: format === 'longText',
  },
})
