import { findElement } from '../../../core/dictionary/index.ts'
import { compactText } from '../../../core/plain-text.ts'
import { address, columnNumber, type Sheet } from '../../xlsx/index.ts'
import type { Grid } from '../grid.ts'
import { headerPath } from '../header-rows.ts'
import { isFormLine, isNoteText } from '../label.ts'
import type { ColumnPlan, CrossCell, CrossTable } from '../plan.ts'
import { unitIn, unitOfSheet } from '../unit.ts'
import { crossLines, type LabelledLine } from './cross-lines.ts'

/** Types of elements that a statistical table does not hold. */
const wordy = new Set([
  'text',
  'longText',
  'phone',
  'idNumber',
  'creditCode',
  'email',
  'address',
  'date',
  'month',
  'flag',
  'choice',
])

type ColumnUse = 'label' | 'ordinal' | 'unit' | 'aside' | 'value'

/**
 * Reads a sheet whose rows are named in advance and whose cells are numbers: 按残疾类别和等级统计,
 * 各社区低保情况. Null where the rows are to be listed.
 */
export const findCrossTable = (
  sheet: Sheet,
  grid: Grid,
  header: readonly [number, number],
  columns: readonly ColumnPlan[],
): CrossTable | null => {
  const rows = bodyRows(grid, header)
  if (rows.length < 2) return null
  const uses = new Map(columns.map((column) => [columnNumber(column.column), useOf(grid, rows, column)]))
  const values = columns.filter(({ column }) => uses.get(columnNumber(column)) === 'value')
  const firstValue = Math.min(...values.map(({ column }) => columnNumber(column)))
  const labels = [...uses].flatMap(([column, use]) => (use === 'label' ? under(grid, header, column) : []))
  if (values.length === 0 || labels.length === 0 || labels.some((column) => column > firstValue)) return null
  const namesPeople = columns.some(
    ({ key, status, column }) =>
      status === 'mapped' &&
      uses.get(columnNumber(column)) === 'label' &&
      /^(person|guardian|familyContact)\.(name|idNumber)$/.test(key!),
  )
  if (namesPeople) return null
  const isWordy = ({ key, status }: ColumnPlan) =>
    status === 'mapped' && key !== null && wordy.has(findElement(key)?.type ?? '')
  if (values.filter(isWordy).length * 2 > values.length) return null
  const unitColumn = [...uses].find(([, use]) => use === 'unit')?.[0]
  const lines = rows
    .map((row) => lineOf(grid, row, labels, header[1], unitColumn))
    .filter((line) => line.labels.length > 0)
  if (lines.length < 2 || !areNames(lines)) return null
  const across = values.map((column): LabelledLine => {
    const at = columnNumber(column.column)
    const path = headerPath(grid, header, at)
    const unit = [...path]
      .reverse()
      .map(unitIn)
      .find((one) => one !== undefined)
    return { at, labels: path.map(withoutUnit), ...(unit === undefined ? {} : { unit }) }
  })
  return tableOf(sheet, crossLines(lines), crossLines(across), unitOfSheet(grid, header[0]))
}

/** The columns below one header, which may be joined over a group's title and its lines. */
const under = (grid: Grid, header: readonly [number, number], column: number): number[] => {
  const { left, right } = grid.at(header[1], column)
  return Array.from({ length: Math.max(1, right - left + 1) }, (_, index) => column + index)
}

const withoutUnit = (text: string): string =>
  unitIn(text) === undefined ? text : text.replace(/\s*[(（][^()（）]*[)）]\s*$/, '')

const tableOf = (
  sheet: Sheet,
  rows: CrossTable['rows'],
  columns: CrossTable['columns'],
  unit: string | undefined,
): CrossTable => {
  const formulas = new Set(
    sheet.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.formula === undefined ? [] : [address(cell.row, cell.column)])),
    ),
  )
  const cells = rows.flatMap((row, r) =>
    columns.map((column, c): CrossCell => {
      const cell = address(row.at, column.at)
      const own = row.unit ?? column.unit ?? unit
      return {
        cell,
        row: r,
        column: c,
        hasFormula: formulas.has(cell),
        ...(own === undefined ? {} : { unit: own }),
      }
    }),
  )
  return { rows, columns, cells, ...(unit === undefined ? {} : { unit }) }
}

/** Rows below the header down to the notes, without the one that numbers the columns. */
const bodyRows = (grid: Grid, header: readonly [number, number]): number[] => {
  const rows: number[] = []
  for (let row = header[1] + 1; row <= grid.lastRow; row++) {
    const boxes = grid.row(row)
    const head = boxes[0]?.text ?? ''
    if (
      boxes.length > 0 &&
      (isNoteText(head) ||
        isFormLine(head) ||
        /^(填表人|制表人|审核人|负责人|单位负责人|主管领导)/.test(head))
    )
      break
    const isNumbering =
      boxes.length > 2 && boxes.every(({ text }) => /^([甲乙丙丁]|[((]?\d{1,2}[))]?|[A-Z])$/.test(text))
    if (boxes.length > 0 && !isNumbering) rows.push(row)
  }
  return rows
}

const isNumberText = (text: string): boolean => /^[-—/×\\]$|^-?[\d,.]+%?$/.test(text)

/** What a column is for, as its header and what stands below it tell. */
const useOf = (grid: Grid, rows: readonly number[], { column, header }: ColumnPlan): ColumnUse => {
  const at = columnNumber(column)
  const texts = rows.map((row) => grid.at(row, at).text).filter((text) => text !== '')
  const title = compactText(header).split('/').at(-1)!
  if (/^(备注|说明|备考)$/.test(title)) return 'aside'
  if (/^(序号|编号|行次|代码|栏次|指标代码|行号|序)$/.test(title)) return 'ordinal'
  if (/^(计量)?单位$/.test(title) && texts.length > 0 && texts.every((text) => text.length <= 4))
    return 'unit'
  const words = texts.filter((text) => !isNumberText(text))
  return words.length * 2 > rows.length || (words.length > 0 && words.length === texts.length && at === 1)
    ? 'label'
    : words.length === 0
      ? 'value'
      : words.length === texts.length && spansDown(grid, rows, at)
        ? 'label'
        : 'aside'
}

/** Group titles written once, over joined or empty cells. */
const spansDown = (grid: Grid, rows: readonly number[], at: number): boolean =>
  grid.at(rows[0]!, at).text !== '' && rows.some((row) => grid.at(row, at).bottom > grid.at(row, at).top)

const lineOf = (
  grid: Grid,
  row: number,
  labels: readonly number[],
  headerEnd: number,
  unitColumn: number | undefined,
): LabelledLine => {
  const path: string[] = []
  labels.forEach((column, depth) => {
    let text = grid.at(row, column).text
    // A group title stands in its first row only.
    const isInner = depth < labels.length - 1
    for (let above = row - 1; text === '' && isInner && above > headerEnd; above--)
      text = grid.at(above, column).text
    if (text !== '' && text !== path.at(-1) && !isNumberText(text)) path.push(text)
  })
  const unit = unitColumn === undefined ? unitIn(path.at(-1) ?? '') : grid.at(row, unitColumn).text
  return {
    at: row,
    labels: unit === undefined ? path : path.map(withoutUnit),
    ...(unit ? { unit } : {}),
  }
}

/** Names of persons or things listed as samples would not come with every other cell empty; codes would repeat. */
const areNames = (lines: readonly LabelledLine[]): boolean => {
  const names = lines.map(({ labels }) => labels.join('/'))
  return new Set(names).size >= Math.min(2, names.length) && names.every((name) => name.length <= 60)
}
