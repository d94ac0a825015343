import {
  attribute,
  columnLetters,
  copyFormula,
  mapFormulaRows,
  movedRow,
  readRange,
  shiftFormula,
  writeRange,
  xmlText,
} from '../../xlsx/index.ts'
import { type FillValue, filledCell } from './cell-value.ts'
import { isProtectedSheet, readColumnStyles } from './locked-cells.ts'
import type { Growth } from './ranges.ts'
import { RowPattern } from './row-pattern.ts'
import {
  cellXml,
  formulaOf,
  rowsOf,
  type SheetXml,
  withAttribute,
  type XmlCell,
  type XmlRow,
} from './sheet-xml.ts'

/** What the styles of a workbook say of its cells, by the index of the style. */
export interface BookStyles {
  readonly formats: readonly (string | undefined)[]
  readonly locked: readonly boolean[]
  readonly is1904: boolean
}

/** Writes the cells of one sheet: values with the styles that are there, formulas that move, nothing that is locked. */
export class SheetCells {
  readonly #sheet: SheetXml
  readonly #formats: readonly (string | undefined)[]
  readonly #is1904: boolean
  /** By style; null where the sheet is not protected. */
  readonly #locked: readonly boolean[] | null
  readonly #columnStyles: ReadonlyMap<number, string>
  readonly #columns: readonly number[]
  readonly #shared = new Map<string, { formula: string; row: number; column: number }>()
  /** Cells left as they were because the sheet's protection locks them, by address after filling. */
  readonly leftLocked: string[] = []
  /** How many values were written; counted where the sheet is protected. */
  written = 0

  constructor(sheet: SheetXml, columns: readonly number[], { formats, is1904, locked }: BookStyles) {
    this.#sheet = sheet
    this.#formats = formats
    this.#is1904 = is1904
    this.#locked = isProtectedSheet(sheet.source.slice(sheet.bodyEnd)) ? locked : null
    this.#columnStyles = readColumnStyles(sheet.source.slice(0, sheet.bodyStart))
    this.#columns = columns
  }

  get isProtected(): boolean {
    return this.#locked !== null
  }

  isLocked(attributes: string): boolean {
    return this.#locked !== null && (this.#locked[Number(attribute(attributes, 's') ?? 0)] ?? true)
  }

  /** The row that new ones are copied from; shared formulas are written down on the way. */
  findRow(wanted: number): XmlRow | null {
    let found: XmlRow | null = null
    const isShared = this.#sheet.source.includes('t="shared"')
    for (const row of rowsOf(this.#sheet)) {
      if (row.number === wanted) found = row
      if (row.number > wanted && !isShared) break
      if (isShared)
        for (const cell of row.cells) {
          const formula = formulaOf(cell)
          if (formula?.shared !== undefined && formula.text !== '')
            this.#shared.set(formula.shared, { formula: formula.text, row: row.number, column: cell.column })
        }
    }
    return found
  }

  /** A formula that stays: moved with its rows, on its own instead of shared, without its old result. */
  keptFormula(cell: XmlCell, row: number, growth: Growth): XmlCell {
    const formula = formulaOf(cell)
    if (!formula) return cell
    const { prefix } = this.#sheet
    const text = this.#formulaText(formula, row, cell.column)
    const moved = movedFormula(text, row, growth)
    const isArray = attribute(formula.attributes, 't') === 'array'
    const reference = isArray ? readRange(attribute(formula.attributes, 'ref') ?? '') : null
    const down = growth.insertion === null ? 0 : movedRow(row, growth.insertion) - row
    const attributes = reference
      ? withAttribute(
          formula.attributes,
          'ref',
          writeRange({ ...reference, top: reference.top + down, bottom: reference.bottom + down }),
        )
      : ''
    return {
      ...cell,
      attributes: withAttribute(cell.attributes, 't', null),
      inner: `<${prefix}f${attributes}>${xmlText(moved)}</${prefix}f>`,
    }
  }

  #formulaText(formula: { text: string; shared: string | undefined }, row: number, column: number): string {
    if (formula.text !== '' || formula.shared === undefined) return formula.text
    const master = this.#shared.get(formula.shared)
    return master ? copyFormula(master.formula, row - master.row, column - master.column) : ''
  }

  patternOf(model: XmlRow | null, { sheet, insertion }: Growth): RowPattern {
    const formulaIn = (cell: XmlCell): string | null => {
      const formula = formulaOf(cell)
      if (!formula || attribute(formula.attributes, 't') === 'array') return null
      const text = this.#formulaText(formula, model!.number, cell.column)
      return insertion === null ? text : shiftFormula(text, sheet, sheet, insertion)
    }
    const { prefix } = this.#sheet
    return new RowPattern(model, this.#columns, formulaIn, {
      prefix,
      formats: this.#formats,
      is1904: this.#is1904,
      columnStyles: this.#columnStyles,
      isLocked: (attributes) => this.isLocked(attributes),
    })
  }

  valuesByColumn(values: readonly (FillValue | undefined)[]): Map<number, FillValue> {
    const byColumn = new Map<number, FillValue>()
    values.forEach((value, index) => {
      const column = this.#columns[index]
      if (column !== undefined && value !== undefined) byColumn.set(column, value)
    })
    return byColumn
  }

  /** Puts values into cells; a cell that is missing takes the style of the row, else of the column. */
  put(
    cells: readonly XmlCell[],
    values: ReadonlyMap<number, FillValue>,
    row: XmlRow | null,
    number: number,
  ): XmlCell[] {
    const { prefix } = this.#sheet
    const left = new Map(values)
    const rowStyle = row && attribute(row.attributes, 's')
    const filled = (cell: XmlCell, value: FillValue) => {
      if (this.isLocked(cell.attributes)) {
        if (value !== null && value !== '') this.leftLocked.push(columnLetters(cell.column) + number)
        return cell
      }
      this.written++
      const format = this.#formats[Number(attribute(cell.attributes, 's') ?? 0)]
      return filledCell(cell, value, { prefix, format, is1904: this.#is1904 })
    }
    const done = cells.map((cell) => {
      const value = left.get(cell.column)
      if (value === undefined) return cell
      left.delete(cell.column)
      return filled(cell, value)
    })
    if (left.size === 0) return done
    for (const [column, value] of left)
      if (value !== null) {
        const style = rowStyle ?? this.#columnStyles.get(column)
        const cell = filled({ column, attributes: style ? ` s="${style}"` : '', inner: null }, value)
        if (cell.inner !== null) done.push(cell)
      }
    return done.sort((one, other) => one.column - other.column)
  }

  /** A cell with its formula rewritten, on its own instead of shared, without its old result. */
  withFormula(cell: XmlCell, from: number, to: number, rewrite: (text: string) => string): XmlCell {
    const formula = formulaOf(cell)
    if (!formula) return cell
    const { prefix } = this.#sheet
    const isArray = attribute(formula.attributes, 't') === 'array'
    const attributes = isArray ? ` t="array" ref="${columnLetters(cell.column)}${to}"` : ''
    const text = xmlText(rewrite(this.#formulaText(formula, from, cell.column)))
    return {
      ...cell,
      attributes: withAttribute(cell.attributes, 't', null),
      inner: `<${prefix}f${attributes}>${text}</${prefix}f>`,
    }
  }

  rowXml(row: XmlRow, number: number, cells: readonly XmlCell[]): string {
    const attributes = withAttribute(row.attributes, 'r', String(number))
    return `<${this.#sheet.prefix}row${attributes}>${this.cellsXml(number, cells)}</${this.#sheet.prefix}row>`
  }

  cellsXml(row: number, cells: readonly XmlCell[]): string {
    let xml = ''
    for (const cell of cells) xml += cellXml(this.#sheet.prefix, row, cell)
    return xml
  }

  note(pattern: RowPattern, number: number, values: readonly (FillValue | undefined)[]): void {
    for (const [index, value] of values.entries()) {
      if (value === undefined || value === null || value === '') continue
      const column = this.#columns[index]!
      if (pattern.lockedColumns.includes(column)) this.leftLocked.push(columnLetters(column) + number)
      else this.written++
    }
  }
}

/** A formula of a row after the insertion. Below a list of a single blank row, what adds up that row adds up all. */
const movedFormula = (text: string, row: number, { sheet, insertion, last }: Growth): string => {
  if (insertion === null) return text
  const moved = shiftFormula(text, sheet, sheet, insertion)
  const { after, blockFirst } = insertion
  if (blockFirst !== after || row <= after) return moved
  return mapFormulaRows(moved, sheet, ([top, bottom]) => [
    top,
    top === after && bottom === after ? last : bottom,
  ])
}
