import {
  attribute,
  columnLetters,
  columnNumber,
  copyFormula,
  LAST_ROW,
  mapFormulaRows,
  movedRow,
  type Packer,
  type Range,
  type RowInsertion,
  readAddress,
  readRange,
  shiftFormula,
  writeRange,
  xmlText,
} from '../../xlsx/index.ts'
import type { SheetPlan } from '../plan.ts'
import { type FillValue, filledCell } from './cell-value.ts'
import type { ColumnSums, FormRow, RowFeed } from './form-rows.ts'
import { GroupMap, type LaidGroup } from './group-layout.ts'
import { isProtectedSheet, readColumnStyles } from './locked-cells.ts'
import { type Growth, growHead, growTail, readMerges } from './ranges.ts'
import { RowPattern } from './row-pattern.ts'
import {
  BrokenSheet,
  cellXml,
  formulaOf,
  rowsOf,
  type SheetXml,
  withAttribute,
  type XmlCell,
  type XmlRow,
} from './sheet-xml.ts'

const notInOrder = (row: number) => `第 ${row} 行的位置不对`
const tooLong = `加上新添的行会超过 Excel 的 ${LAST_ROW} 行`

/** What the styles of a workbook say of its cells, by the index of the style. */
export interface BookStyles {
  readonly formats: readonly (string | undefined)[]
  readonly locked: readonly boolean[]
  readonly is1904: boolean
}

/** What goes into one sheet. */
export interface SheetContent {
  readonly rows: RowFeed
  /** Where the rows stand in groups with a 小计 each. */
  readonly groups: readonly LaidGroup[] | null
  /** For totals that the form left empty. */
  readonly sums: ColumnSums
  readonly cells: Readonly<Record<string, FillValue>>
}

/** Writes the rows of one sheet anew, piece by piece. */
export class SheetFiller {
  readonly #sheet: SheetXml
  readonly #plan: SheetPlan
  readonly #formats: readonly (string | undefined)[]
  readonly #is1904: boolean
  /** By style; null where the sheet is not protected. */
  readonly #locked: readonly boolean[] | null
  readonly #columnStyles: ReadonlyMap<number, string>
  readonly #columns: readonly number[]
  readonly #serial: ReadonlySet<number>
  readonly #shared = new Map<string, { formula: string; row: number; column: number }>()
  /** Whether the list of formula cells is another one now. */
  formulasMoved = false
  /** Cells left as they were because the sheet's protection locks them, by address after filling. */
  readonly leftLocked: string[] = []
  /** How many values were written; counted where the sheet is protected. */
  written = 0

  constructor(sheet: SheetXml, plan: SheetPlan, { formats, is1904, locked }: BookStyles) {
    this.#sheet = sheet
    this.#plan = plan
    this.#formats = formats
    this.#is1904 = is1904
    this.#locked = isProtectedSheet(sheet.source.slice(sheet.bodyEnd)) ? locked : null
    this.#columnStyles = readColumnStyles(sheet.source.slice(0, sheet.bodyStart))
    this.#columns = plan.columns.map(({ column }) => columnNumber(column))
    this.#serial = new Set(
      plan.columns.filter(({ key }) => key === 'meta.serialNumber').map(({ column }) => columnNumber(column)),
    )
  }

  /** Writes the sheet as rows come; a row is asked for when it is its turn. */
  async fill({ rows, groups, sums, cells }: SheetContent, write: Packer['write']): Promise<Growth> {
    const { source, prefix, bodyStart, bodyEnd, isBodyClosed } = this.#sheet
    const body = this.#plan.dataRows
    const first = body?.first ?? 1
    const until = groups ? this.#plan.groups!.at(-1)!.subtotal : (body?.last ?? null)
    const last = rows.count === 0 ? 0 : groups ? groups.at(-1)!.subtotal : first + rows.count - 1
    const missing = until === null ? 0 : Math.max(0, last - until)
    const insertion: RowInsertion | null =
      missing > 0 ? { after: until!, count: missing, blockFirst: first } : null
    const byRow = groupByRow(cells)
    const tail = source.slice(bodyEnd)
    const template = this.#findRow(first)
    const blockEnd = rows.count === 0 ? 0 : (until ?? last)
    const copiedRows: number[] = []
    const map = groups && new GroupMap(this.#plan.groups!, groups, insertion)
    const growth: Growth = {
      sheet: this.#plan.name,
      insertion,
      first,
      last,
      rowMerges: mergesWithin(tail, first),
      copiedRows,
      ...(groups && map ? { grouped: { until: until!, laid: groups, map } } : {}),
    }
    const take = async () => {
      const values = await rows.next()
      next++
      sums.add(values)
      return values
    }

    await write(growHead(source.slice(0, bodyStart), growth))
    if (isBodyClosed) await write(`<${prefix}sheetData>`)
    let next = 0
    let lastExisting: XmlRow | null = template
    let lastNumber = 0
    let pattern: RowPattern | null = null
    let patternModel: XmlRow | null = null
    const newRow = async () => {
      const number = first + next
      const model = insertion === null ? template : (lastExisting ?? template)
      copiedRows.push(number)
      if (model !== patternModel || !pattern) {
        pattern = this.#patternOf(model, growth)
        patternModel = model
      }
      if (pattern.hasFormulas) this.formulasMoved = true
      const values = await take()
      if (this.#locked) this.#note(pattern, number, values)
      await write(pattern.write(number, values))
    }
    let isGrouped = false
    const writeGroups = async () => {
      isGrouped = true
      await this.#fillGroups(groups!, growth, sums, take, write)
    }
    for (const row of rowsOf(this.#sheet)) {
      lastNumber = row.number
      if (groups && row.number >= first && !isGrouped) await writeGroups()
      if (groups && row.number >= first && row.number <= blockEnd) continue
      if (insertion !== null && row.number + insertion.count > LAST_ROW && row.number > insertion.after) {
        // What is only formatted falls off the end of the sheet; what says something must not.
        if (row.cells.some(({ inner }) => inner !== null)) throw new BrokenSheet(tooLong)
        continue
      }
      // Rows of the block that the sheet has no XML for.
      while (next < rows.count && first + next < row.number && first + next <= blockEnd) await newRow()
      if (row.number > blockEnd) while (next < rows.count) await newRow()
      const isFilled = rows.count > 0 && row.number >= first && row.number <= blockEnd
      if (isFilled) {
        lastExisting = row
        // Out of order, a row would take the values of another.
        if (row.number < first + next && next < rows.count) throw new BrokenSheet(notInOrder(row.number))
        const values = next < rows.count ? await take() : null
        await write(this.#oldRow(row, values, byRow.get(row.number), growth))
      } else {
        const isTotal = last > 0 && this.#plan.totals.includes(row.number)
        const given = byRow.get(row.number)
        await write(
          isTotal ? this.#totalRow(row, sums, given, growth) : this.#oldRow(row, undefined, given, growth),
        )
      }
      byRow.delete(row.number)
    }
    if (groups && !isGrouped) await writeGroups()
    while (next < rows.count) await newRow()
    for (const [number, values] of [...byRow].sort(([one], [other]) => one - other))
      if (number > lastNumber)
        await write(
          `<${prefix}row r="${number}">${this.#cellsXml(number, this.#put([], values, null, number))}</${prefix}row>`,
        )
    if (isBodyClosed) await write(`</${prefix}sheetData>`)
    await write(growTail(tail, growth))
    return growth
  }

  /** Writes all groups, each with its rows, those left free and its 小计. */
  async #fillGroups(
    groups: readonly LaidGroup[],
    growth: Growth,
    all: ColumnSums,
    take: () => Promise<FormRow>,
    write: Packer['write'],
  ): Promise<void> {
    const until = growth.grouped!.until
    const blank = new Map<number, XmlRow>()
    for (const row of rowsOf(this.#sheet)) {
      if (row.number > until) break
      if (row.number >= growth.first) blank.set(row.number, row)
    }
    // Of cells joined over several rows only the first shows.
    const joined = readMerges(this.#sheet.source.slice(this.#sheet.bodyEnd)).filter(
      ({ top, bottom }) => top < bottom && top >= growth.first && bottom <= until,
    )
    const patterns = new Map<LaidGroup['model'], RowPattern>()
    for (const group of groups) {
      const { model, first, last, count, printed } = group
      const hidden = joined.filter(({ top }) => top === model.first)
      const pattern = patterns.get(model) ?? this.#patternOf(blank.get(model.first) ?? null, growth)
      patterns.set(model, pattern)
      if (pattern.hasFormulas) this.formulasMoved = true
      const sums = all.afresh()
      for (let number = first; number <= last; number++) {
        const index = number - first
        let values: FormRow = index < count ? await take() : this.#columns.map(() => undefined)
        sums.add(values)
        if (index > 0)
          values = values.map((value, at) =>
            hidden.some(({ left, right }) => left <= this.#columns[at]! && right >= this.#columns[at]!)
              ? null
              : value,
          )
        const own = printed === null ? undefined : blank.get(model.first + index)
        if (own && model.first + index <= model.last)
          await write(this.#placedRow(own, number, values, growth, group))
        else {
          if (this.#locked) this.#note(pattern, number, values)
          await write(pattern.write(number, values))
        }
      }
      const row = blank.get(model.subtotal)
      if (row) await write(this.#totalRow(row, sums, undefined, growth, group))
    }
  }

  /** A row of the form that comes to stand elsewhere, with values put in. */
  #placedRow(row: XmlRow, number: number, values: FormRow, growth: Growth, group: LaidGroup): string {
    const kept = row.cells.map((cell) =>
      this.#withFormula(cell, row.number, number, (text) =>
        mapFormulaRows(text, growth.sheet, (rows) => growth.grouped!.map.rows(rows, group)),
      ),
    )
    const cells = this.#put(kept, this.#valuesByColumn(values), row, number)
    if (cells.some(formulaOf)) this.formulasMoved = true
    return this.#rowXml(row, number, cells)
  }

  /** A total: formulas reach over the rows there are now, cells without get the sum. */
  #totalRow(
    row: XmlRow,
    sums: ColumnSums,
    given: ReadonlyMap<number, FillValue> | undefined,
    growth: Growth,
    group: LaidGroup | null = null,
  ): string {
    const { insertion, grouped, sheet, first, last } = growth
    const number = group?.subtotal ?? (insertion === null ? row.number : movedRow(row.number, insertion))
    const values = new Map<number, FillValue>(given)
    // Above its rows a sum is not known yet, and several totals without groups add up different things.
    if (row.number > first && group?.count !== 0 && (grouped || this.#plan.totals.length === 1))
      sums.values().forEach((sum, index) => {
        const column = this.#columns[index]!
        const cell = row.cells.find((one) => one.column === column)
        const isFree = cell === undefined || (cell.inner === null && !this.#isLocked(cell.attributes))
        if (sum !== undefined && isFree) values.set(column, sum)
      })
    const titled = group?.printed === null ? group.model.titleColumn : undefined
    if (titled !== undefined) values.set(titled, `${group!.label}小计`)
    if (!grouped && row.number > first)
      return this.#oldRow(row, undefined, values.size > 0 ? values : undefined, growth)
    const rewritten = (text: string): string => {
      if (grouped)
        return (
          (group === null ? grouped.map.sumOfGroups(text) : null) ??
          mapFormulaRows(text, sheet, (rows) => grouped.map.rows(rows, group))
        )
      // A total above its rows reaches as far as they do.
      return mapFormulaRows(text, sheet, ([top, bottom]) => [
        top,
        top <= first && bottom >= first && top < bottom ? Math.max(bottom, last) : bottom,
      ])
    }
    const cells = row.cells.map((cell) => this.#withFormula(cell, row.number, number, rewritten))
    if (number !== row.number && cells.some(formulaOf)) this.formulasMoved = true
    return this.#rowXml(row, number, this.#put(cells, values, row, number))
  }

  /** A cell with its formula rewritten, on its own instead of shared, without its old result. */
  #withFormula(cell: XmlCell, from: number, to: number, rewrite: (text: string) => string): XmlCell {
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

  #rowXml(row: XmlRow, number: number, cells: readonly XmlCell[]): string {
    const attributes = withAttribute(row.attributes, 'r', String(number))
    return `<${this.#sheet.prefix}row${attributes}>${this.#cellsXml(number, cells)}</${this.#sheet.prefix}row>`
  }

  #note(pattern: RowPattern, number: number, values: readonly (FillValue | undefined)[]): void {
    for (const [index, value] of values.entries()) {
      if (value === undefined || value === null || value === '') continue
      const column = this.#columns[index]!
      if (pattern.lockedColumns.includes(column)) this.leftLocked.push(columnLetters(column) + number)
      else this.written++
    }
  }

  #isLocked(attributes: string): boolean {
    return this.#locked !== null && (this.#locked[Number(attribute(attributes, 's') ?? 0)] ?? true)
  }

  /** The row that new ones are copied from; shared formulas are written down on the way. */
  #findRow(wanted: number): XmlRow | null {
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

  /**
   * A row that was there. `values` fills it, null clears what samples left in its columns, undefined keeps it.
   */
  #oldRow(
    row: XmlRow,
    values: readonly (FillValue | undefined)[] | null | undefined,
    extra: ReadonlyMap<number, FillValue> | undefined,
    growth: Growth,
  ): string {
    const { source } = this.#sheet
    const number = growth.insertion === null ? row.number : movedRow(row.number, growth.insertion)
    const raw = source.slice(row.start, row.end)
    const hasFormula = /<(?:[\w.-]+:)?f[\s>/]/.test(raw)
    if (values === undefined && extra === undefined && number === row.number && !hasFormula) return raw
    let cells: XmlCell[] = [...row.cells]
    if (values) cells = this.#put(cells, this.#valuesByColumn(values), row, number)
    else if (values === null)
      cells = cells.map((cell) =>
        this.#columns.includes(cell.column) &&
        !this.#serial.has(cell.column) &&
        !formulaOf(cell) &&
        !this.#isLocked(cell.attributes)
          ? { ...cell, attributes: withAttribute(cell.attributes, 't', null), inner: null }
          : cell,
      )
    if (extra) cells = this.#put(cells, extra, row, number)
    cells = cells.map((cell) => this.#keptFormula(cell, row.number, growth))
    if (hasFormula && number !== row.number) this.formulasMoved = true
    if (cells.filter(formulaOf).length !== row.cells.filter(formulaOf).length) this.formulasMoved = true
    return this.#rowXml(row, number, cells)
  }

  /** A formula that stays: moved with its rows, on its own instead of shared, without its old result. */
  #keptFormula(cell: XmlCell, row: number, growth: Growth): XmlCell {
    const formula = formulaOf(cell)
    if (!formula) return cell
    const { prefix } = this.#sheet
    const text = this.#formulaText(formula, row, cell.column)
    const moved =
      growth.insertion === null ? text : shiftFormula(text, growth.sheet, growth.sheet, growth.insertion)
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

  #patternOf(model: XmlRow | null, { sheet, insertion }: Growth): RowPattern {
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
      isLocked: (attributes) => this.#isLocked(attributes),
    })
  }

  #valuesByColumn(values: readonly (FillValue | undefined)[]): Map<number, FillValue> {
    const byColumn = new Map<number, FillValue>()
    values.forEach((value, index) => {
      const column = this.#columns[index]
      if (column !== undefined && value !== undefined) byColumn.set(column, value)
    })
    return byColumn
  }

  /** Puts values into cells; a cell that is missing takes the style of the row, else of the column. */
  #put(
    cells: readonly XmlCell[],
    values: ReadonlyMap<number, FillValue>,
    row: XmlRow | null,
    number: number,
  ): XmlCell[] {
    const { prefix } = this.#sheet
    const left = new Map(values)
    const rowStyle = row && attribute(row.attributes, 's')
    const filled = (cell: XmlCell, value: FillValue) => {
      if (this.#isLocked(cell.attributes)) {
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

  #cellsXml(row: number, cells: readonly XmlCell[]): string {
    let xml = ''
    for (const cell of cells) xml += cellXml(this.#sheet.prefix, row, cell)
    return xml
  }
}

const groupByRow = (cells: Readonly<Record<string, FillValue>>): Map<number, Map<number, FillValue>> => {
  const byRow = new Map<number, Map<number, FillValue>>()
  for (const [place, value] of Object.entries(cells)) {
    const at = readAddress(place)
    if (!at) continue
    const row = byRow.get(at.row) ?? new Map<number, FillValue>()
    byRow.set(at.row, row.set(at.column, value))
  }
  return byRow
}

/** Merged areas that lie in one row. */
const mergesWithin = (tail: string, row: number): Range[] =>
  readMerges(tail).filter(({ top, bottom }) => top === row && bottom === row)
