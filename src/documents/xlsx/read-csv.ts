import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { CsvRows } from './csv-rows.ts'
import { csvText } from './csv-text.ts'
import type { ReadLimits } from './limits.ts'
import type { Row, Workbook } from './workbook.ts'

export const unknownEncoding = '文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。'

/** Reads CSV as one sheet of texts. */
export const readCsv = (bytes: Uint8Array, limits: ReadLimits): Parsed<Workbook> => {
  const text = csvText(bytes)
  if (text === null) return refused(unknownEncoding)
  const reader = new CsvRows()
  const rows: Row[] = []
  let count = 0
  const take = (more: readonly Row[]) => {
    for (const row of more) {
      count += row.cells.length
      rows.push(row)
    }
  }
  for (const piece of text()) {
    take(reader.write(piece))
    if (count > limits.cells)
      return refused(`表格超过 ${limits.cells / 10_000} 万个有内容的单元格，请拆成几个文件后再上传。`)
  }
  take(reader.end())
  const sheet = { name: 'CSV', hidden: false, rows, merges: [], validations: [], columns: [] }
  return parsed({ format: 'csv', sheets: [sheet] })
}
