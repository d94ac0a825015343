import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import type { ZipPackage } from '../zip/index.ts'
import { resolveDropDowns } from './drop-down.ts'
import { type ReadLimits, Refusal } from './limits.ts'
import { readRelationships, relationshipsOf } from './relationships.ts'
import { sharedStringsReader } from './shared-strings.ts'
import { SheetReader, type SheetSurroundings } from './sheet-part.ts'
import { readNumberFormats } from './styles.ts'
import type { Workbook } from './workbook.ts'
import { readWorkbookPart } from './workbook-part.ts'
import type { XmlScanner } from './xml-scanner.ts'

/** Reads an Office Open XML workbook, macros and pictures left alone. */
export const readXlsx = (zip: ZipPackage, workbookPart: string, limits: ReadLimits): Parsed<Workbook> => {
  try {
    return parsed(readParts(zip, workbookPart, limits))
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message)
    throw error
  }
}

const readParts = (zip: ZipPackage, workbookName: string, limits: ReadLimits): Workbook => {
  const text = (name: string): string => take(zip.readText(name))
  const workbook = readWorkbookPart(text(workbookName))
  const relations = readRelationships(text(relationshipsOf(workbookName)), workbookName)
  const part = (type: string) => relations.find((one) => one.type === type && zip.has(one.target))?.target

  const shared = sharedStringsReader()
  const sharedPart = part('sharedStrings')
  if (sharedPart) scan(zip, sharedPart, shared.scanner, '文字表')
  const stylesPart = part('styles')
  let cells = 0
  const around: SheetSurroundings = {
    strings: shared.strings,
    formats: stylesPart ? readNumberFormats(text(stylesPart)) : [],
    is1904: workbook.is1904,
    countCell() {
      if (++cells > limits.cells)
        throw new Refusal(`表格超过 ${limits.cells / 10_000} 万个有内容的单元格，请拆成几个文件后再上传。`)
    },
  }
  const sheets = workbook.sheets.flatMap(({ name, hidden, relationship }) => {
    const found = relations.find(({ id }) => id === relationship)
    // Chart sheets and dialogs hold no cells.
    if (found && found.type !== 'worksheet') return []
    if (!found || !zip.has(found.target)) throw new Refusal(damaged(`缺少工作表“${name}”的内容`))
    const reader = new SheetReader(around)
    scan(zip, found.target, reader.scanner, `工作表“${name}”`)
    return [{ name, hidden, ...reader.finish() }]
  })
  if (sheets.length === 0) throw new Refusal('工作簿里没有工作表。')
  return { format: 'xlsx', sheets: resolveDropDowns(sheets, workbook.names) }
}

const damaged = (what: string) =>
  `文件不完整或已损坏(${what})。请重新索取，或用 Excel、WPS 打开后另存一份再上传。`

const take = <Value>(result: Parsed<Value>): Value => {
  if (!result.ok) throw new Refusal(result.message)
  return result.value
}

const PIECE = 1 << 18

const scan = (zip: ZipPackage, name: string, scanner: XmlScanner, what: string): void => {
  const bytes = take(zip.read(name))
  const mark = bytes[0]! * 256 + bytes[1]!
  const decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8')
  try {
    for (let at = 0; at < bytes.length && !scanner.problem; at += PIECE)
      scanner.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
  } catch (error) {
    throw error instanceof Refusal && !error.message.endsWith('。')
      ? new Refusal(damaged(`${what}:${error.message}`))
      : error
  }
  scanner.end()
  if (scanner.problem) throw new Refusal(damaged(`${what}:${scanner.problem}`))
}
