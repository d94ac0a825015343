import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import type { ZipPackage } from '../zip/index.ts'
import type { CellSurroundings } from './cell-shown.ts'
import { resolveDropDowns } from './drop-down.ts'
import { type ReadLimits, Refusal } from './limits.ts'
import { readRelationships, relationshipsOf } from './relationships.ts'
import { sharedStringsReader } from './shared-strings.ts'
import { type SheetPart, SheetReader } from './sheet-part.ts'
import { readNumberFormats } from './styles.ts'
import type { Workbook } from './workbook.ts'
import { readWorkbookPart, type WorkbookPart } from './workbook-part.ts'
import type { XmlScanner } from './xml-scanner.ts'

/** Reads an Office Open XML workbook, macros and pictures left alone. */
export const readXlsx = async (
  zip: ZipPackage,
  workbookPart: string,
  limits: ReadLimits,
): Promise<Parsed<Workbook>> => {
  try {
    return parsed(await readParts(zip, workbookPart, limits))
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message)
    throw error
  }
}

/** A worksheet by name, with the part of the package that holds its cells. */
interface SheetPlace {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

interface Parts {
  readonly workbook: WorkbookPart
  readonly sheets: readonly SheetPlace[]
  readonly sharedStrings: string | undefined
  readonly formats: readonly (string | undefined)[]
}

const findParts = (zip: ZipPackage, workbookName: string): Parts => {
  const text = (name: string): string => take(zip.readText(name))
  const workbook = readWorkbookPart(text(workbookName))
  const relations = readRelationships(text(relationshipsOf(workbookName)), workbookName)
  const part = (type: string) => relations.find((one) => one.type === type && zip.has(one.target))?.target
  const sheets = workbook.sheets.flatMap(({ name, hidden, relationship }) => {
    const found = relations.find(({ id }) => id === relationship)
    // Chart sheets and dialogs hold no cells.
    if (found && found.type !== 'worksheet') return []
    if (!found || !zip.has(found.target)) throw new Refusal(damaged(`缺少工作表“${name}”的内容`))
    return [{ name, hidden, part: found.target }]
  })
  if (sheets.length === 0) throw new Refusal('工作簿里没有工作表。')
  const styles = part('styles')
  return {
    workbook,
    sheets,
    sharedStrings: part('sharedStrings'),
    formats: styles ? readNumberFormats(text(styles)) : [],
  }
}

const surroundings = (
  { formats, workbook }: Parts,
  texts: CellSurroundings['textAt'],
  limits: ReadLimits,
): CellSurroundings => {
  let cells = 0
  return {
    textAt: texts,
    formats,
    is1904: workbook.is1904,
    countCell() {
      if (++cells > limits.cells)
        throw new Refusal(`表格超过 ${limits.cells / 10_000} 万个有内容的单元格，请拆成几个文件后再上传。`)
    },
  }
}

const readParts = async (zip: ZipPackage, workbookName: string, limits: ReadLimits): Promise<Workbook> => {
  const parts = findParts(zip, workbookName)
  const shared = sharedStringsReader()
  if (parts.sharedStrings) await scan(zip, parts.sharedStrings, shared.scanner, '文字表')
  const around = surroundings(parts, (index) => shared.texts.at(index), limits)
  const sheets: (Omit<SheetPlace, 'part'> & SheetPart)[] = []
  for (const { name, hidden, part } of parts.sheets) {
    const reader = new SheetReader(around)
    await scan(zip, part, reader.scanner, `工作表“${name}”`)
    sheets.push({ name, hidden, ...reader.finish() })
  }
  return { format: 'xlsx', sheets: resolveDropDowns(sheets, parts.workbook.names) }
}

/** A workbook whose sheets are read piece by piece; its table of texts is read already. */
export interface OpenXlsx {
  readonly sheets: readonly SheetPlace[]
  /** For one reading of a sheet. */
  around(): CellSurroundings
  /** What `read` makes of the XML of a part, piece by piece, and `end` of it all. Throws `Refusal` where it is damaged. */
  scan<Made>(part: string, what: string, read: (piece: string) => Made, end: () => Made): AsyncGenerator<Made>
}

/** Opens a workbook for reading row by row. Throws `Refusal`, or `ZipRefusal` of the package. */
export const openXlsx = async (
  zip: ZipPackage,
  workbookName: string,
  limits: ReadLimits,
): Promise<OpenXlsx> => {
  const parts = findParts(zip, workbookName)
  const shared = sharedStringsReader()
  const scanStream = async function* <Made>(
    part: string,
    what: string,
    read: (piece: string) => Made,
    end: () => Made,
  ) {
    try {
      for await (const piece of piecesOf(zip.stream(part))) yield read(piece)
      yield end()
    } catch (error) {
      throw ofPart(error, what)
    }
  }
  if (parts.sharedStrings) {
    const { scanner } = shared
    const refuse = () => {
      if (scanner.problem) throw new Refusal(scanner.problem)
    }
    const read = (piece: string) => {
      scanner.write(piece)
      refuse()
    }
    const end = () => {
      scanner.end()
      refuse()
    }
    for await (const _ of scanStream(parts.sharedStrings, '文字表', read, end));
  }
  return {
    sheets: parts.sheets,
    around: () => surroundings(parts, (index) => shared.texts.at(index), limits),
    scan: scanStream,
  }
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: ReturnType<typeof decoderFor> | undefined
  let waiting = ''
  for await (const bytes of chunks) {
    decoder ??= decoderFor(bytes)
    waiting += decoder.decode(bytes, { stream: true })
    if (waiting.length < PIECE) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

const damaged = (what: string) =>
  `文件不完整或已损坏（${what}）。请重新索取，或用 Excel、WPS 打开后另存一份再上传。`

const take = <Value>(result: Parsed<Value>): Value => {
  if (!result.ok) throw new Refusal(result.message)
  return result.value
}

const PIECE = 1 << 18

const decoderFor = (bytes: Uint8Array) => {
  const mark = bytes[0]! * 256 + bytes[1]!
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8')
}

/** What is wrong within a part is told with its name. */
const ofPart = (error: unknown, what: string): unknown =>
  error instanceof Refusal && !error.message.endsWith('。')
    ? new Refusal(damaged(`${what}:${error.message}`))
    : error

/** A large sheet takes seconds; meanwhile the server answers others, and the page moves. */
const letOthers = () => new Promise<void>((resolve) => setTimeout(resolve))

const scan = async (zip: ZipPackage, name: string, scanner: XmlScanner, what: string): Promise<void> => {
  const bytes = take(zip.read(name))
  const decoder = decoderFor(bytes)
  try {
    for (let at = 0; at < bytes.length && !scanner.problem; at += PIECE) {
      if (at > 0) await letOthers()
      scanner.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    }
  } catch (error) {
    throw ofPart(error, what)
  }
  scanner.end()
  if (scanner.problem) throw new Refusal(damaged(`${what}:${scanner.problem}`))
}
