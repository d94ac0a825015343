import { findElement } from '../../core/dictionary/index.ts'
import { plainText } from '../../core/plain-text.ts'
import { columnLetters, inRange, readAddress, type Sheet, type Workbook } from '../xlsx/index.ts'
import { findCrossTable } from './cross/find-cross-table.ts'
import { type Grid, gridOf } from './grid.ts'
import { findHeaderRows, headerPath } from './header-rows.ts'
import { readHeaderText } from './header-text.ts'
import { isFormLine, isKnownLabel, isLabel, isNoteText } from './label.ts'
import { matchPaths } from './match-headers.ts'
import type { CellPlan, ColumnPlan, FormPlan, SheetPlan } from './plan.ts'
import { findRowGroups, totalKind } from './row-groups.ts'
import { proposeRowSet } from './row-set.ts'
import { samplesBelow } from './samples.ts'
import { unitIn, unitOfSheet } from './unit.ts'
import { findLabelledCells, type LabelledCell } from './vertical.ts'

export interface FormContext {
  /** Helps where the sheet has no title of its own. */
  readonly fileName?: string
}

/** Finds out what a blank form asks for: its header, its columns or labelled cells, and what each means. */
export const understandForm = (form: Workbook | Sheet, context: FormContext = {}): FormPlan => {
  const sheets = 'sheets' in form ? form.sheets : [form]
  return {
    sheets: sheets.filter((sheet) => !sheet.hidden).map((sheet) => understandSheet(sheet, context)),
  }
}

const understandSheet = (sheet: Sheet, context: FormContext): SheetPlan => {
  const grid = gridOf(sheet)
  const fileTitle = (context.fileName ?? '').replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const table = findHeaderRows(grid)
  const labelled = findLabelledCells(grid, null)
  const aboutOf = (printed: string) => [printed, sheet.name, fileTitle].join(' ')
  const listed = table
    ? columnsOf(sheet, grid, table, bodyOf(grid, table).dataRows, aboutOf(titleOf(grid, table)))
    : []
  const crossing = table ? findCrossTable(sheet, grid, table, listed) : null
  const shape = crossing ? 'table' : shapeOf(grid, table, labelled)
  if (shape === 'none') return empty(sheet.name, titleOf(grid, null) || fileTitle)
  const header = shape === 'vertical' ? null : table
  const printed = titleOf(grid, header)
  const title = printed || (/^sheet\d*$/i.test(sheet.name) ? fileTitle : sheet.name)
  const about = aboutOf(printed)
  const body = header ? bodyOf(grid, header) : { dataRows: null, totals: [], notes: [] }
  const columns = header ? listed : []
  const cells = shape === 'table' ? [] : cellsOf(sheet, grid, findLabelledCells(grid, header), about)
  const words = [...columns, ...cells].map((one) => readHeaderText(one.header).words)
  return {
    name: sheet.name,
    shape,
    title,
    headerRows: header,
    ...body,
    columns,
    cells,
    rowSet: proposeRowSet([about, scopeOf(grid)].join(' '), words),
    ...(crossing ? { crossTable: crossing } : {}),
    ...(sheet.isProtected ? { isProtected: true } : {}),
  }
}

/** Lines that say who belongs in the form: 填报范围:60周岁以上独居老人. */
const scopeOf = (grid: Grid): string => {
  const lines: string[] = []
  for (let row = 1; row <= grid.lastRow; row++)
    for (const { text } of grid.row(row)) {
      const scope = /(?:填报|统计|登记|采集|报送|调查)(?:范围|对象|口径)(?:为|是|:)\s*([^。;]{2,60})/.exec(
        plainText(text),
      )?.[1]
      if (scope) lines.push(scope)
    }
  return lines.join(' ')
}

const empty = (name: string, title: string): SheetPlan => ({
  name,
  shape: 'none',
  message: `工作表“${name}”的前 15 行里没有找到表头。请确认这是要填的工作表；如果表头在更下面，请删去上面的空行后再试。`,
  title,
  headerRows: null,
  dataRows: null,
  columns: [],
  cells: [],
  totals: [],
  notes: [],
  rowSet: proposeRowSet(title, []),
})

/** A header is one row of neighbours; a vertical form has its labels spread over the rows. */
const shapeOf = (
  grid: Grid,
  header: [number, number] | null,
  labelled: readonly LabelledCell[],
): SheetPlan['shape'] => {
  const inHeader = (cell: LabelledCell) =>
    header !== null && cell.box.top >= header[0] && cell.box.top <= header[1]
  const fields = labelled.filter(({ box }) => !isFormLine(box.text))
  const known = fields.filter(({ text }) => isKnownLabel(text))
  const rowsOf = (cells: readonly LabelledCell[]) => new Set(cells.map(({ box }) => box.top)).size
  if (!header) return known.length >= 2 || rowsOf(fields) >= 3 ? 'vertical' : 'none'
  let labels = 0
  for (let row = header[0]; row <= header[1]; row++) labels += grid.row(row).filter(isLabel).length
  const gaps = fields.filter(inHeader).length
  // Even where no word is known, labels and gaps that alternate over several rows are a vertical form.
  if (gaps * 2 >= labels && rowsOf(fields) >= 4) return 'vertical'
  const spread = known.filter((cell) => !inHeader(cell)).length
  if (rowsOf(known) < 3 || spread < 3 || spread <= labels / 2) return 'table'
  const isTop = header[0] === Math.min(...known.map(({ box }) => box.top))
  return gaps * 2 >= labels || isTop ? 'vertical' : 'mixed'
}

/** The highest text that spans the form or stands alone in its row, above the header. */
const titleOf = (grid: Grid, header: readonly [number, number] | null): string => {
  const until = header ? header[0] - 1 : Math.min(grid.lastRow, 5)
  const lines: string[] = []
  for (let row = 1; row <= until; row++) {
    const boxes = grid.row(row)
    if (boxes.length !== 1 || boxes[0]!.kind !== 'text') continue
    const text = boxes[0]!.text.replace(/\s+/g, ' ')
    if (!/^附件|^附表/.test(text) && !isFormLine(text) && !isNoteText(text) && text.length <= 60)
      lines.push(text)
  }
  return lines.sort((one, other) => score(other) - score(one))[0] ?? ''
}

const score = (title: string): number =>
  (/(表|册|台账|名单|花名册|统计|登记|汇总|目录|情况)/.test(title) ? 100 : 0) + Math.min(title.length, 30)

const columnsOf = (
  sheet: Sheet,
  grid: Grid,
  header: readonly [number, number],
  dataRows: SheetPlan['dataRows'],
  about: string,
): ColumnPlan[] => {
  const found: { column: number; path: string[] }[] = []
  for (let column = grid.firstColumn; column <= grid.lastColumn; column++) {
    const path = headerPath(grid, header, column)
    // A joined header over several columns without parts of its own counts once.
    const box = grid.at(header[1], column)
    if (path.length > 0 && (box.text === '' || box.left === column)) found.push({ column, path })
  }
  const size = blockSize(found.map(({ path }) => path.join('/')))
  const matches = found.flatMap((_, index) =>
    index % size === 0
      ? matchPaths(
          found.slice(index, index + size).map(({ path }) => path),
          { title: about },
        )
      : [],
  )
  const samples = dataRows ? samplesBelow(sheet, dataRows) : new Map<number, readonly string[]>()
  const common = unitOfSheet(grid, header[0])
  return found.map(({ column, path }, index) => {
    const unit =
      [...path]
        .reverse()
        .map(unitIn)
        .find((one) => one !== undefined) ?? commonUnit(common, matches[index]!.key)
    const sample = samples.get(column)
    const options = optionsAt(sheet, header[1] + 1, column)
    const format = sheet.columns.find((one) => one.column === column)?.format
    return {
      column: columnLetters(column),
      header: path.map((text) => text.replace(/\s+/g, '')).join('/'),
      block: Math.floor(index / size),
      ...matches[index]!,
      ...(options ? { options } : {}),
      ...(format === undefined ? {} : { format }),
      ...(sample === undefined ? {} : { samples: sample }),
      ...(unit === undefined ? {} : { unit }),
    }
  })
}

/** 单位:万元 above a table speaks of its sums of money, 单位:人 of its counts. */
const commonUnit = (unit: string | undefined, key: string | null): string | undefined => {
  const own = key === null ? undefined : findElement(key)?.unit
  if (unit === undefined || own === undefined) return undefined
  return /元/.test(unit) === /元/.test(own) ? unit : undefined
}

/** Blocks side by side repeat the same headers; the length of one block. */
const blockSize = (headers: readonly string[]): number => {
  for (let size = 2; size * 2 <= headers.length; size++)
    if (headers.length % size === 0 && headers.every((header, index) => header === headers[index % size]))
      return size
  return Math.max(headers.length, 1)
}

const optionsAt = (sheet: Sheet, row: number, column: number): readonly string[] | undefined =>
  sheet.validations.find(({ ranges }) =>
    ranges.some(
      (range) =>
        inRange(range, row, column) ||
        (range.left <= column && range.right >= column && range.top > row && range.top <= row + 3),
    ),
  )?.values

const cellsOf = (sheet: Sheet, grid: Grid, labelled: readonly LabelledCell[], about: string): CellPlan[] => {
  const matches = matchPaths(
    labelled.map(({ group, text }) => (group === null ? [text] : [group, text])),
    { title: about },
  )
  return labelled.map(({ box, value, group, text }, index) => {
    const at = readAddress(value)!
    const options = optionsAt(sheet, at.row, at.column)
    const printed = grid.at(at.row, at.column).text
    const unit = unitIn(text)
    return {
      label: columnLetters(box.left) + box.top,
      value,
      header: [group, text]
        .filter((one) => one !== null)
        .map((one) => one.replace(/\s+/g, ''))
        .join('/'),
      ...matches[index]!,
      ...(options ? { options } : {}),
      ...(printed === '' ? {} : { samples: [printed] }),
      ...(unit === undefined ? {} : { unit }),
    }
  })
}

/** Rows to fill, and the totals and notes that end them. */
const bodyOf = (
  grid: Grid,
  header: readonly [number, number],
): Pick<SheetPlan, 'dataRows' | 'totals' | 'notes' | 'groups'> => {
  const totals: number[] = []
  const notes: number[] = []
  let first = header[1] + 1
  if (isNumbering(grid, first)) first++
  // Totals may stand above what they add up.
  while (totalKind(grid, first) !== null) totals.push(first++)
  let last: number | null = null
  for (let row = first; row <= grid.lastRow; row++) {
    const boxes = grid.row(row)
    const head = boxes[0]?.text ?? ''
    const isTotal = totalKind(grid, row) !== null
    const isNote =
      boxes.length > 0 &&
      boxes.length <= 6 &&
      (isNoteText(head) || isFormLine(head) || /^(填表人|制表人|审核人|负责人|单位负责人)/.test(head))
    if (isTotal) totals.push(row)
    if (isNote) notes.push(row)
    if ((isTotal || isNote) && last === null) last = row - 1
  }
  const groups = findRowGroups(grid, first, totals)
  return {
    dataRows: { first, last: last !== null && last < first ? null : last },
    totals,
    notes,
    ...(groups ? { groups } : {}),
  }
}

/** A row of 1 2 3 or 甲 乙 1 2 under the header numbers the columns. */
const isNumbering = (grid: Grid, row: number): boolean => {
  const texts = grid.row(row).map(({ text }) => text)
  const numbers = texts
    .filter((text) => /^[(（]?\d{1,2}[)）]?$/.test(text))
    .map((text) => Number(text.replace(/\D/g, '')))
  return (
    numbers.length >= 3 &&
    numbers.length >= texts.length - 3 &&
    numbers.every((value, index) => index === 0 || value === numbers[index - 1]! + 1)
  )
}
