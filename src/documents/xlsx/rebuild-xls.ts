import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { openZip } from '../zip/index.ts'
import { writeRange } from './address.ts'
import { readWorkbook } from './read-workbook.ts'
import { readRelationships, relationshipsOf } from './relationships.ts'
import { type PartChange, packText, repack } from './repack.ts'
import type { Validation } from './workbook.ts'
import { readWorkbookPart } from './workbook-part.ts'
import { xmlText } from './xml-scanner.ts'

/**
 * An Excel 97-2003 workbook as .xlsx: contents, formulas, number formats, merged cells, widths, heights and
 * drop-down lists. Fonts, borders, pictures and print set-up do not come along; LibreOffice, where it is
 * installed, keeps them and is to be preferred. Say so to the person: `rebuiltNotice`.
 */
export const rebuildXls = async (bytes: Uint8Array): Promise<Parsed<Uint8Array>> => {
  const read = await readWorkbook(bytes)
  if (!read.ok) return read
  if (read.value.format !== 'xls') return refused('这不是旧版 .xls 表格，不用转换。')
  const library = await import('@e965/xlsx')
  const book = library.read(bytes, { type: 'array', cellStyles: true, cellNF: true })
  const written = new Uint8Array(library.write(book, { type: 'array', bookType: 'xlsx', compression: true }))
  const lists = new Map(read.value.sheets.map(({ name, validations }) => [name, validations]))
  return withDropDowns(written, lists)
}

export const convertedNotice =
  '原表是旧版 .xls，已由本机的 LibreOffice 改存为 .xlsx 再填：字体、边框、图片和打印设置都带过来了，请看一眼。'

export const rebuiltNotice =
  '原表是旧版 .xls，已改存为 .xlsx 再填：内容、公式、合并单元格、列宽和下拉选项照原样，字体、边框、图片和打印设置没有带过来，请核对。'

const withDropDowns = (
  bytes: Uint8Array,
  lists: ReadonlyMap<string, readonly Validation[]>,
): Parsed<Uint8Array> => {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const workbook = zip.value.readText('xl/workbook.xml')
  const relations = zip.value.readText(relationshipsOf('xl/workbook.xml'))
  if (!workbook.ok) return workbook
  if (!relations.ok) return relations
  const targets = readRelationships(relations.value, 'xl/workbook.xml')
  const changes = new Map<string, PartChange>()
  for (const { name, relationship } of readWorkbookPart(workbook.value).sheets) {
    const part = targets.find(({ id }) => id === relationship)?.target
    const validations = (lists.get(name) ?? []).filter(isWritable)
    const xml = part && validations.length > 0 ? zip.value.readText(part) : null
    if (part && xml?.ok) changes.set(part, packText(withValidations(xml.value, validations)))
  }
  return changes.size === 0 ? parsed(bytes) : repack(bytes, changes)
}

/** A list typed into the rule is at most 255 characters long and has no commas of its own. */
const isWritable = ({ values }: Validation): boolean =>
  values.join(',').length <= 255 && values.every((value) => !value.includes(','))

/** Elements that follow drop-downs in a sheet (ECMA-376 18.3.1.99). */
const following =
  /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/

const withValidations = (xml: string, validations: readonly Validation[]): string => {
  const rules = validations.map(
    ({ ranges, values }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${ranges.map(writeRange).join(' ')}"><formula1>${xmlText(`"${values.join(',').replaceAll('"', '""')}"`)}</formula1></dataValidation>`,
  )
  const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  return xml.replace(following, (next) => all + next)
}
