import { type Parsed, refused } from '../../../core/parsed.ts'
import {
  LAST_ROW,
  type PartChange,
  packer,
  packText,
  readNumberFormats,
  readRelationships,
  readWorkbookPart,
  relationshipsOf,
  repack,
} from '../../xlsx/index.ts'
import { openZip } from '../../zip/index.ts'
import type { SheetPlan } from '../plan.ts'
import type { FillValue } from './cell-value.ts'
import { ColumnSums, type FormRow, feedOf, type RowPages } from './form-rows.ts'
import { type GroupRows, layGroups } from './group-layout.ts'
import { readLockedStyles } from './locked-cells.ts'
import { addProvenance, type CellSource } from './provenance-sheet.ts'
import { growNames, moveFormulas } from './ranges.ts'
import { moveRelatedParts } from './related-parts.ts'
import { SheetFiller } from './sheet-filler.ts'
import { BrokenSheet, cutSheet, withAttribute } from './sheet-xml.ts'

/** What goes into a form. */
export interface FormContent {
  /** All rows, or page after page so that only one is in memory. */
  readonly rows?: Iterable<FormRow> | RowPages
  /** How the rows, in their order, are shared out to the groups of a form that has a 小计; all of its groups are named. */
  readonly groups?: readonly GroupRows[]
  /** Columns, in the plan's order, whose sum goes into totals that the form left empty; a formula there stays. */
  readonly summed?: readonly boolean[]
  /** Values by address, for vertical forms. */
  readonly cells?: Readonly<Record<string, FillValue>>
  /** Wanted where each value came from: written to a hidden sheet 填报来源 that is added to the file. */
  readonly sources?: Iterable<CellSource>
  /** Told which cells with a value were left as they were because the sheet is protected and they are locked. */
  readonly onLocked?: (cells: readonly string[]) => void
}

/**
 * Fills one sheet of an .xlsx and leaves everything else as it was sent: other parts are copied unread, styles,
 * widths, pictures, macros and other sheets stay. Where there are more rows than room, rows are put in above the
 * totals and notes, and merges, drop-downs, conditional formats, print areas and formulas move along. Rows that come
 * in pages are written as they come: beside a page, only the packed sheet is in memory. Throws where the pages fail.
 */
export const fillForm = async (
  bytes: Uint8Array,
  plan: SheetPlan,
  content: FormContent,
): Promise<Parsed<Uint8Array>> => {
  try {
    return await fillSheet(bytes, plan, content)
  } catch (error) {
    if (!(error instanceof BrokenSheet)) throw error
    return refused(`工作表“${plan.name}”${error.message}，文件可能已损坏。请用 Excel 或 WPS 打开后另存一份。`)
  }
}

const fillSheet = async (
  bytes: Uint8Array,
  plan: SheetPlan,
  content: FormContent,
): Promise<Parsed<Uint8Array>> => {
  const opened = openZip(bytes, { ratio: 1032, entryBytes: 512 * 2 ** 20, totalBytes: 768 * 2 ** 20 })
  if (!opened.ok) return opened
  const zip = opened.value
  const top = zip.readText('_rels/.rels')
  const workbookName =
    (top.ok && readRelationships(top.value, '').find(({ type }) => type === 'officeDocument')?.target) ||
    'xl/workbook.xml'
  const workbookXml = zip.readText(workbookName)
  const relationsXml = zip.readText(relationshipsOf(workbookName))
  if (!workbookXml.ok) return workbookXml
  if (!relationsXml.ok) return relationsXml
  const workbook = readWorkbookPart(workbookXml.value)
  const relations = readRelationships(relationsXml.value, workbookName)
  const entry = workbook.sheets.find(({ name }) => name === plan.name)
  const sheetPart = relations.find(({ id }) => id === entry?.relationship)?.target
  if (!sheetPart) return refused(`表格里没有工作表“${plan.name}”。请重新打开这份表格。`)
  const sheetXml = zip.readText(sheetPart)
  if (!sheetXml.ok) return sheetXml
  const sheet = cutSheet(sheetXml.value)
  if (!sheet) return refused(`工作表“${plan.name}”的内容不完整。请用 Excel 或 WPS 打开后另存一份。`)
  const stylesPart = relations.find(({ type }) => type === 'styles')?.target
  const styles = stylesPart ? zip.readText(stylesPart) : null
  const formats = styles?.ok ? readNumberFormats(styles.value) : []

  const locked = styles?.ok ? readLockedStyles(styles.value) : []
  const filler = new SheetFiller(sheet, plan, { formats, locked, is1904: workbook.is1904 })
  const rows = feedOf(content.rows)
  if (rows.count > 0 && !plan.dataRows) return refused(plan.message ?? noRows(plan.name))
  const groups =
    plan.groups && content.groups && rows.count > 0 ? layGroups(plan.groups, content.groups) : null
  const last = groups ? groups.at(-1)!.subtotal : (plan.dataRows?.first ?? 1) + rows.count - 1
  if (rows.count > 0 && last > LAST_ROW)
    return refused(
      `工作表“${plan.name}”从第 ${plan.dataRows!.first} 行填起，放不下 ${rows.count} 行：Excel 一张表最多 ${LAST_ROW} 行。请分成几份填报。`,
    )
  const packed = packer()
  const sums = new ColumnSums(content.summed ?? [])
  const growth = await filler
    .fill({ rows, groups, sums, cells: content.cells ?? {} }, packed.write)
    .catch(async (error: unknown) => {
      await packed.abort()
      throw error
    })
  if (filler.leftLocked.length > 0) {
    if (filler.written === 0) return refused(allLocked(plan.name, filler.leftLocked))
    content.onLocked?.(filler.leftLocked)
  }
  const changes = new Map<string, PartChange>([
    [sheetPart, await packed.finish()],
    ...moveRelatedParts(zip, sheetPart, growth),
  ])

  // Without formulas anywhere there is nothing to recalculate, and the workbook part stays as it was.
  const calcChain = relations.find(({ type }) => type === 'calcChain')?.target
  const hasFormulas =
    calcChain !== undefined ||
    relations.some(({ type, target }) => {
      const other = type === 'worksheet' ? zip.readText(target) : null
      return other?.ok && /<(?:[\w.-]+:)?f[\s>/]/.test(other.value)
    })
  const named = growNames(workbookXml.value, growth)
  const recalculated = hasFormulas ? withFullCalculation(named) : named
  if (recalculated !== workbookXml.value) changes.set(workbookName, packText(recalculated))
  // A formula elsewhere that counts on rows which moved is the one other thing that must change.
  for (const other of growth.insertion === null ? [] : workbook.sheets) {
    const part = relations.find(({ id }) => id === other.relationship)?.target
    const xml = part === undefined || part === sheetPart ? null : zip.readText(part)
    if (!part || !xml?.ok) continue
    const moved = moveFormulas(xml.value, other.name, growth)
    if (moved !== xml.value) changes.set(part, packText(moved))
  }
  let relationships = relationsXml.value
  const typesXml = zip.readText('[Content_Types].xml')
  if (!typesXml.ok) return typesXml
  let types = typesXml.value
  if (calcChain !== undefined && filler.formulasMoved) {
    types = types.replace(/<(?:[\w.-]+:)?Override\b[^>]*calcChain[^>]*?\/>/, '')
    relationships = relationships.replace(/<(?:[\w.-]+:)?Relationship\b[^>]*\/calcChain"[^>]*?\/>/, '')
    changes.set(calcChain, null)
    changes.set('[Content_Types].xml', packText(types))
    changes.set(relationshipsOf(workbookName), packText(relationships))
  }
  if (content.sources) {
    const package_ = { workbookName, workbook: recalculated, relations: relationships, types }
    for (const [part, change] of await addProvenance(zip, package_, plan.name, content.sources))
      changes.set(part, change)
  }
  return repack(bytes, changes)
}

const noRows = (sheet: string) =>
  `工作表“${sheet}”没有可以逐行填写的地方。请确认选对了工作表，或按单元格填写。`

const allLocked = (sheet: string, cells: readonly string[]) =>
  `工作表“${sheet}”设了保护，${cells.slice(0, 5).join('、')}${cells.length > 5 ? `等 ${cells.length} 格` : ''}都锁定着，填不进去。请向发表单位要一份没有保护的，或在 Excel 里“审阅→撤销工作表保护”后再试。`

const withFullCalculation = (workbook: string): string => {
  const calcPr = /<(?:[\w.-]+:)?calcPr\b([^>]*?)(\/?)>/
  if (calcPr.test(workbook))
    return workbook.replace(calcPr, (whole, attributes: string) =>
      whole.replace(attributes, withAttribute(attributes, 'fullCalcOnLoad', '1')),
    )
  const prefix = /<((?:[\w.-]+:)?)workbook\b/.exec(workbook)?.[1] ?? ''
  for (const before of ['definedNames', 'externalReferences', 'functionGroups', 'sheets'])
    if (workbook.includes(`</${prefix}${before}>`))
      return workbook.replace(
        `</${prefix}${before}>`,
        `</${prefix}${before}><${prefix}calcPr fullCalcOnLoad="1"/>`,
      )
  return workbook
}
