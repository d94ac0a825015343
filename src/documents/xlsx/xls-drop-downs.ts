import { address, columnLetters } from './address.ts'
import type { Range } from './workbook.ts'

/** A list as its sheet has it: cells, and `"男,女"` or a reference such as `'代码'!$A$1:$A$9`. */
export interface XlsList {
  readonly ranges: Range[]
  readonly formula: string
}

const BOF = 0x0809
const BOUND_SHEET = 0x0085
const SUP_BOOK = 0x01ae
const EXTERN_SHEET = 0x0017
const NAME = 0x0018
const DV = 0x01be
/** Kind of validation that is a list (MS-XLS 2.4.97). */
const LIST = 3

interface BiffRecord {
  readonly type: number
  readonly data: DataView
  readonly at: number
}

/** The drop-down lists of each sheet of an Excel 97-2003 workbook stream, in the order of the sheets. */
export const readXlsDropDowns = (stream: Uint8Array): readonly (readonly XlsList[])[] => {
  const records = recordsOf(stream)
  const sheets: { name: string; at: number }[] = []
  const own: boolean[] = []
  const links: { book: number; sheet: number }[] = []
  const names: DataView[] = []
  for (const { type, data } of records) {
    if (type === BOUND_SHEET) sheets.push({ at: data.getUint32(0, true), name: shortText(data, 6) })
    else if (type === SUP_BOOK) own.push(data.byteLength === 4 && data.getUint16(2, true) === 0x0401)
    else if (type === EXTERN_SHEET)
      for (let index = 0; index < data.getUint16(0, true); index++)
        links.push({ book: data.getUint16(2 + index * 6, true), sheet: data.getInt16(4 + index * 6, true) })
    else if (type === NAME) names.push(nameFormula(data))
  }
  const sheetName = (link: number): string | null => {
    const found = links[link]
    return found && own[found.book] ? (sheets[found.sheet]?.name ?? null) : null
  }
  const formulaOf = (tokens: DataView): string | null => {
    const name = nameIndex(tokens)
    const target = name === null ? tokens : names[name - 1]
    return target ? readReference(target, sheetName) : null
  }
  return sheets.map(({ at }) => {
    const first = records.findIndex((record) => record.at === at)
    const lists: XlsList[] = []
    for (let index = first + 1; first >= 0 && index < records.length; index++) {
      const { type, data } = records[index]!
      if (type === BOF) break
      const list = type === DV ? readList(data, formulaOf) : null
      if (list) lists.push(list)
    }
    return lists
  })
}

const recordsOf = (stream: Uint8Array): BiffRecord[] => {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const records: BiffRecord[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (type === 0 || at + 4 + length > stream.length) break
    records.push({ type, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) })
    at += 4 + length
  }
  return records
}

/** Characters of one or two bytes, as the flag before them says (MS-XLS 2.5.293). */
const characters = (data: DataView, at: number, count: number): { text: string; end: number } => {
  const wide = (data.getUint8(at) & 1) === 1
  let text = ''
  for (let index = 0; index < count; index++)
    text += String.fromCharCode(
      wide ? data.getUint16(at + 1 + index * 2, true) : data.getUint8(at + 1 + index),
    )
  return { text, end: at + 1 + count * (wide ? 2 : 1) }
}

const shortText = (data: DataView, at: number): string => characters(data, at + 1, data.getUint8(at)).text

const nameFormula = (data: DataView): DataView => {
  const size = data.getUint16(4, true)
  const { end } = characters(data, 14, data.getUint8(3))
  return part(data, end, size)
}

const part = (data: DataView, at: number, size: number): DataView =>
  new DataView(data.buffer, data.byteOffset + at, Math.max(0, Math.min(size, data.byteLength - at)))

const readList = (data: DataView, formulaOf: (tokens: DataView) => string | null): XlsList | null => {
  if ((data.getUint32(0, true) & 0xf) !== LIST) return null
  let at = 4
  // Titles and texts of prompt and error.
  for (let text = 0; text < 4; text++) at = characters(data, at + 2, data.getUint16(at, true)).end
  const size = data.getUint16(at, true)
  const formula = formulaOf(part(data, at + 4, size))
  at += 4 + size
  at += 4 + data.getUint16(at, true)
  if (formula === null) return null
  const ranges = Array.from({ length: data.getUint16(at, true) }, (_, index): Range => {
    const from = at + 2 + index * 8
    return {
      top: data.getUint16(from, true) + 1,
      bottom: data.getUint16(from + 2, true) + 1,
      left: data.getUint16(from + 4, true) + 1,
      right: data.getUint16(from + 6, true) + 1,
    }
  })
  return ranges.length === 0 ? null : { ranges, formula }
}

/** PtgName: which of the workbook's names is meant, from 1. */
const nameIndex = (tokens: DataView): number | null =>
  tokens.byteLength === 5 && (tokens.getUint8(0) & 0x1f) === 0x03 && tokens.getUint8(0) >= 0x20
    ? tokens.getUint32(1, true)
    : null

/** The formula of a list: a text, cells of the same sheet or of another (MS-XLS 2.5.198). */
const readReference = (tokens: DataView, sheetName: (link: number) => string | null): string | null => {
  if (tokens.byteLength < 3) return null
  const token = tokens.getUint8(0)
  if (token === 0x17) {
    const { text } = characters(tokens, 2, tokens.getUint8(1))
    return `"${text.replaceAll('"', '""').replaceAll('\0', ',')}"`
  }
  const kind = token < 0x20 ? 0 : token & 0x1f
  const isOther = kind === 0x1a || kind === 0x1b
  const isArea = kind === 0x05 || kind === 0x1b
  if (!(kind === 0x04 || isArea || isOther) || tokens.byteLength < (isOther ? 3 : 1) + (isArea ? 8 : 4))
    return null
  const sheet = isOther ? sheetName(tokens.getUint16(1, true)) : null
  if (isOther && sheet === null) return null
  const at = isOther ? 3 : 1
  const word = (offset: number) => tokens.getUint16(at + offset, true)
  const column = (offset: number) => (word(offset) & 0x3fff) + 1
  const cells = isArea
    ? `$${columnLetters(column(4))}$${word(0) + 1}:$${columnLetters(column(6))}$${word(2) + 1}`
    : address(word(0) + 1, column(2))
  return sheet === null ? cells : `'${sheet.replaceAll("'", "''")}'!${cells}`
}
