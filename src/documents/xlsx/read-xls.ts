import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { numberShown } from './cell-shown.ts'
import { resolveDropDowns } from './drop-down.ts'
import type { ReadLimits } from './limits.ts'
import type { Cell, Row, Sheet, Workbook } from './workbook.ts'
import { readXlsDropDowns, type XlsList } from './xls-drop-downs.ts'

type SheetJs = typeof import('@e965/xlsx')
type SheetJsSheet = import('@e965/xlsx').WorkSheet
type SheetJsCell = import('@e965/xlsx').CellObject

/** Reads an Excel 97-2003 workbook (BIFF); drop-down lists, which the library leaves out, from its records. */
export const readXls = async (bytes: Uint8Array, limits: ReadLimits): Promise<Parsed<Workbook>> => {
  const library: SheetJs = await import('@e965/xlsx')
  try {
    const stream = workbookStream(library, bytes)
    if (!stream || !isSound(stream)) return refused(damaged)
    const book = library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
    })
    const is1904 = book.Workbook?.WBProps?.date1904 ?? false
    const lists = listsOf(stream, book.SheetNames.length)
    const sheets = resolveDropDowns(
      book.SheetNames.map((name, index) => ({
        ...readSheet(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, book.Sheets[name]!, is1904),
        lists: lists[index] ?? [],
      })),
      [],
    )
    const cells = sheets.reduce(
      (sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.length, 0),
      0,
    )
    if (cells > limits.cells)
      return refused(`表格超过 ${limits.cells / 10_000} 万个有内容的单元格，请拆成几个文件后再上传。`)
    return sheets.length > 0 ? parsed({ format: 'xls', sheets }) : refused('工作簿里没有工作表。')
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    if (/password-protected/i.test(reason))
      return refused('工作簿设有打开密码，无法读取。请用 Excel 或 WPS 打开，取消密码后另存再上传。')
    return refused(damaged)
  }
}

const damaged = '文件不完整或已损坏，读不出工作表。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。'

const BOF = 0x0809
/** No record is longer; what follows stands in CONTINUE records (MS-XLS 2.1.4). */
const LONGEST_RECORD = 8224

/**
 * Whether the records of the workbook follow one another to the end. The library takes minutes over a stream
 * whose records are out of step, so such a file does not reach it.
 */
const isSound = (stream: Uint8Array): boolean => {
  const view = new DataView(stream.buffer)
  let at = 0
  while (at + 4 <= stream.length) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (at === 0 && (type !== BOF || ![0x0500, 0x0600].includes(view.getUint16(4, true)))) return false
    // Zeros fill the last sector.
    if (type === 0 && length === 0) return stream.subarray(at).every((byte) => byte === 0)
    if (length > LONGEST_RECORD || at + 4 + length > stream.length) return false
    at += 4 + length
  }
  return true
}

const workbookStream = (library: SheetJs, bytes: Uint8Array): Uint8Array | null => {
  const file = library.CFB.read(bytes, { type: 'array' })
  const found = library.CFB.find(file, '/Workbook') ?? library.CFB.find(file, '/Book')
  const content = found?.content as Uint8Array | number[] | undefined
  return content ? Uint8Array.from(content) : null
}

/** A list that cannot be read costs the form its choices, not the reading. */
const listsOf = (stream: Uint8Array, sheets: number): readonly (readonly XlsList[])[] => {
  try {
    const lists = readXlsDropDowns(stream)
    return lists.length === sheets ? lists : []
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const readSheet = (
  name: string,
  hidden: boolean,
  sheet: SheetJsSheet,
  is1904: boolean,
): Omit<Sheet, 'validations'> => {
  const data = ((sheet as { '!data'?: (SheetJsCell | undefined)[][] })['!data'] ?? []) as (
    | SheetJsCell
    | undefined
  )[][]
  const rows: Row[] = []
  data.forEach((line, index) => {
    const cells: Cell[] = []
    line?.forEach((cell, column) => {
      const shown = cell && readCell(cell, is1904)
      if (shown) cells.push({ row: index + 1, column: column + 1, ...shown })
    })
    if (cells.length > 0)
      rows.push({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden ?? false, cells })
  })
  return {
    name,
    hidden,
    rows,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    columns: (sheet['!cols'] ?? []).flatMap((column, index) =>
      column?.hidden ? [{ column: index + 1, hidden: true }] : [],
    ),
  }
}

const readCell = (cell: SheetJsCell, is1904: boolean): Omit<Cell, 'row' | 'column'> | null => {
  const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined
  const more = {
    ...(cell.f === undefined ? {} : { formula: cell.f }),
    ...(format === undefined ? {} : { format }),
  }
  switch (cell.t) {
    case 'n':
      return { ...numberShown(Number(cell.v), format, is1904), ...more }
    case 's': {
      const text = String(cell.v ?? '')
      return text === '' && cell.f === undefined
        ? null
        : { kind: text === '' ? 'empty' : 'text', text, value: text || null, ...more }
    }
    case 'b':
      return { kind: 'boolean', text: cell.v ? 'TRUE' : 'FALSE', value: Boolean(cell.v), ...more }
    case 'e':
      return { kind: 'error', text: cell.w ?? '#ERROR', value: cell.w ?? '#ERROR', ...more }
    default:
      return null
  }
}
