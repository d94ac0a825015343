import { LAST_ROW, type PartChange, packer, packText, relationshipsOf, xmlText } from '../../xlsx/index.ts'
import type { ZipPackage } from '../../zip/index.ts'

/** Where the value of a cell came from; shown on a hidden sheet. */
export interface CellSource {
  /** Address on the filled sheet, as it is after filling. */
  readonly cell: string
  /** In words: 残疾人台账，2026-11-21，残疾等级. */
  readonly source: string
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

interface Parts {
  readonly workbookName: string
  readonly workbook: string
  readonly relations: string
  readonly types: string
}

/** Adds a hidden sheet 填报来源 to a package: a new part, and its mention in workbook, relationships and types. */
export const addProvenance = async (
  zip: ZipPackage,
  { workbookName, workbook, relations, types }: Parts,
  sheet: string,
  sources: Iterable<CellSource>,
): Promise<ReadonlyMap<string, PartChange>> => {
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1)
  const number = freeNumber((n) => zip.has(`${folder}worksheets/sheet${n}.xml`))
  const part = `${folder}worksheets/sheet${number}.xml`
  const id = `rIdSource${freeNumber((n) => relations.includes(`"rIdSource${n}"`))}`
  const sheetId = Math.max(0, ...[...workbook.matchAll(/\ssheetId="(\d+)"/g)].map(([, n]) => Number(n))) + 1
  const name = freeName((wanted) => workbook.includes(`name="${wanted}"`))
  const prefix = /<((?:[\w.-]+:)?)sheets>/.exec(workbook)?.[1] ?? ''
  const entry = `<${prefix}sheet xmlns:youju="${office}" name="${name}" sheetId="${sheetId}" state="hidden" youju:id="${id}"/>`
  const override = `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
  const relation = `<Relationship Id="${id}" Type="${office}/worksheet" Target="/${part}"/>`
  return new Map<string, PartChange>([
    [part, await packSheet(sheet, sources)],
    [workbookName, packText(workbook.replace(`</${prefix}sheets>`, `${entry}</${prefix}sheets>`))],
    [
      relationshipsOf(workbookName),
      packText(relations.replace(/<\/((?:[\w.-]+:)?)Relationships>/, (end) => relation + end)),
    ],
    ['[Content_Types].xml', packText(types.replace(/<\/((?:[\w.-]+:)?)Types>/, (end) => override + end))],
  ])
}

const freeNumber = (isTaken: (number: number) => boolean): number => {
  let number = 1
  while (isTaken(number)) number++
  return number
}

const freeName = (isTaken: (name: string) => boolean): string => {
  const wanted = '填报来源'
  let number = 1
  let name = wanted
  while (isTaken(name)) name = `${wanted}${++number}`
  return name
}

/** Packed line by line: one for each filled cell. What a sheet has no room for is told in its last line. */
const packSheet = async (sheet: string, sources: Iterable<CellSource>): Promise<PartChange> => {
  const packed = packer()
  const cell = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
  const line = (...texts: string[]) => packed.write(`<row>${texts.map(cell).join('')}</row>`)
  await packed.write(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetData>`,
  )
  await line('工作表', '单元格', '来源')
  let last = 1
  for (const { cell: at, source } of sources) {
    if (++last === LAST_ROW) {
      await line(sheet, `${at} 起`, '这张工作表放不下，请在页面上查看来源')
      break
    }
    await line(sheet, at, source)
  }
  await packed.write('</sheetData></worksheet>')
  return packed.finish()
}
