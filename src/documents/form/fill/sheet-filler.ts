import {
  columnNumber,
  LAST_ROW,
  mapFormulaRows,
  movedRow,
  type Packer,
  type Range,
  type RowInsertion,
  readAddress,
} from '../../xlsx/index.ts'
import type { SheetPlan } from '../plan.ts'
import type { FillValue } from './cell-value.ts'
import type { ColumnSums, FormRow, RowFeed } from './form-rows.ts'
import { GroupMap, type LaidGroup } from './group-layout.ts'
import { type Growth, growHead, growTail, readMerges } from './ranges.ts'
import type { RowPattern } from './row-pattern.ts'
import { type BookStyles, SheetCells } from './sheet-cells.ts'
import {
  BrokenSheet,
  formulaOf,
  rowsOf,
  type SheetXml,
  withAttribute,
  type XmlCell,
  type XmlRow,
} from './sheet-xml.ts'

const notInOrder = (row: number) => `第 ${row} 行的位置不对`
const tooLong = `加上新添的行会超过 Excel 的 ${LAST_ROW} 行`

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
  readonly #columns: readonly number[]
  readonly #serial: ReadonlySet<number>
  readonly #cells: SheetCells
  /** Whether the list of formula cells is another one now. */
  formulasMoved = false

  constructor(sheet: SheetXml, plan: SheetPlan, styles: BookStyles) {
    this.#sheet = sheet
    this.#plan = plan
    this.#columns = plan.columns.map(({ column }) => columnNumber(column))
    this.#serial = new Set(
      plan.columns.filter(({ key }) => key === 'meta.serialNumber').map(({ column }) => columnNumber(column)),
    )
    this.#cells = new SheetCells(sheet, this.#columns, styles)
  }

  /** Cells left as they were because the sheet's protection locks them, by address after filling. */
  get leftLocked(): readonly string[] {
    return this.#cells.leftLocked
  }

  /** How many values were written; counted where the sheet is protected. */
  get written(): number {
    return this.#cells.written
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
    const template = this.#cells.findRow(first)
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
        pattern = this.#cells.patternOf(model, growth)
        patternModel = model
      }
      if (pattern.hasFormulas) this.formulasMoved = true
      const values = await take()
      if (this.#cells.isProtected) this.#cells.note(pattern, number, values)
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
          `<${prefix}row r="${number}">${this.#cells.cellsXml(number, this.#cells.put([], values, null, number))}</${prefix}row>`,
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
      const pattern = patterns.get(model) ?? this.#cells.patternOf(blank.get(model.first) ?? null, growth)
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
          if (this.#cells.isProtected) this.#cells.note(pattern, number, values)
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
      this.#cells.withFormula(cell, row.number, number, (text) =>
        mapFormulaRows(text, growth.sheet, (rows) => growth.grouped!.map.rows(rows, group)),
      ),
    )
    const cells = this.#cells.put(kept, this.#cells.valuesByColumn(values), row, number)
    if (cells.some(formulaOf)) this.formulasMoved = true
    return this.#cells.rowXml(row, number, cells)
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
        const isFree = cell === undefined || (cell.inner === null && !this.#cells.isLocked(cell.attributes))
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
    const cells = row.cells.map((cell) => this.#cells.withFormula(cell, row.number, number, rewritten))
    if (number !== row.number && cells.some(formulaOf)) this.formulasMoved = true
    return this.#cells.rowXml(row, number, this.#cells.put(cells, values, row, number))
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
    if (values) cells = this.#cells.put(cells, this.#cells.valuesByColumn(values), row, number)
    else if (values === null)
      cells = cells.map((cell) =>
        this.#columns.includes(cell.column) &&
        !this.#serial.has(cell.column) &&
        !formulaOf(cell) &&
        !this.#cells.isLocked(cell.attributes)
          ? { ...cell, attributes: withAttribute(cell.attributes, 't', null), inner: null }
          : cell,
      )
    if (extra) cells = this.#cells.put(cells, extra, row, number)
    cells = cells.map((cell) => this.#cells.keptFormula(cell, row.number, growth))
    if (hasFormula && number !== row.number) this.formulasMoved = true
    if (cells.filter(formulaOf).length !== row.cells.filter(formulaOf).length) this.formulasMoved = true
    return this.#cells.rowXml(row, number, cells)
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
