import { parseCsv } from 'hucre/csv'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import type { ReadLimits } from './limits.ts'
import type { Row, Workbook } from './workbook.ts'

/** Reads CSV as one sheet of texts: UTF-8, UTF-16 with its mark, else GB18030, as Chinese offices save it. */
export const readCsv = (bytes: Uint8Array, limits: ReadLimits): Parsed<Workbook> => {
  const text = decode(bytes)
  if (text === null) return refused('文件的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。')
  const rows: Row[] = []
  let count = 0
  for (const [index, line] of parseCsv(text).entries()) {
    const cells = line.flatMap((value, column) => {
      const shown = String(value ?? '').trim()
      return shown === ''
        ? []
        : [{ row: index + 1, column: column + 1, kind: 'text' as const, text: shown, value: shown }]
    })
    count += cells.length
    if (count > limits.cells)
      return refused(`表格超过 ${limits.cells / 10_000} 万个有内容的单元格，请拆成几个文件后再上传。`)
    if (cells.length > 0) rows.push({ number: index + 1, hidden: false, cells })
  }
  const sheet = { name: 'CSV', hidden: false, rows, merges: [], validations: [], columns: [] }
  return parsed({ format: 'csv', sheets: [sheet] })
}

const decode = (bytes: Uint8Array): string | null => {
  const mark = bytes[0]! * 256 + bytes[1]!
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not this one
    }
  return null
}
