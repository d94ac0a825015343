import { columnNumber, LAST_COLUMN, LAST_ROW, readRange } from './address.ts'
import { type CellSurroundings, cellShown } from './cell-shown.ts'
import { Refusal } from './limits.ts'
import type { Cell, Column, Range, Row } from './workbook.ts'
import { attribute, flag, plainXml, XmlScanner } from './xml-scanner.ts'

export interface SheetPart {
  readonly rows: Row[]
  readonly merges: Range[]
  readonly columns: Column[]
  /** Lists as written: `"男,女"` or a reference. */
  readonly lists: { readonly ranges: Range[]; readonly formula: string }[]
  readonly isProtected?: true
}

/** Rows from the top in which the formats of empty cells are looked at. */
const FORMAT_ROWS = 100

/** Reads one worksheet piece by piece. Empty rows and cells cost nothing, however many are formatted. */
export class SheetReader {
  readonly scanner: XmlScanner
  readonly #around: CellSurroundings
  #rows: Row[] = []
  readonly #merges: Range[] = []
  readonly #columns = new Map<number, { column: number; width?: number; hidden?: boolean; format?: string }>()
  readonly #lists: { ranges: Range[]; formula: string }[] = []
  #row = 0
  #rowHidden = false
  #cells: Cell[] = []
  #column = 0
  #type = ''
  #style = 0
  #value = ''
  #formula: string | undefined
  #shared = new Map<string, string>()
  #sharedIndex: string | undefined
  #inCell = false
  #collect: 'value' | 'formula' | 'list' | 'sqref' | null = null
  #phonetic = 0
  #isProtected = false
  #list: { sqref: string; formula: string } | null = null

  constructor(around: CellSurroundings) {
    this.#around = around
    this.scanner = new XmlScanner({
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (raw) => this.#text(raw),
    })
  }

  /** The rows that are whole by now, which `finish` then no longer has. */
  takeRows(): Row[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  /** The row after which a row without a number stands. */
  passRow(number: number): void {
    this.#row = number
  }

  finish(): SheetPart {
    const rows = this.#rows.sort((one, other) => one.number - other.number)
    const columns = [...this.#columns.values()].sort((one, other) => one.column - other.column)
    return {
      rows,
      merges: this.#merges,
      columns,
      lists: this.#lists,
      ...(this.#isProtected ? { isProtected: true } : {}),
    }
  }

  #open(name: string, attributes: string): void {
    if (this.#inCell) {
      if (name === 'v') this.#collect = 'value'
      else if (name === 't') this.#collect = this.#phonetic === 0 ? 'value' : null
      else if (name === 'rPh') this.#phonetic++
      else if (name === 'f') {
        this.#collect = 'formula'
        this.#formula = ''
        this.#sharedIndex = attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : undefined
      }
      return
    }
    switch (name) {
      case 'c':
        this.#openCell(attributes)
        break
      case 'row':
        this.#row = Number(attribute(attributes, 'r') ?? this.#row + 1)
        if (!(this.#row >= 1 && this.#row <= LAST_ROW)) throw new Refusal('行号超出范围，文件可能已损坏')
        this.#rowHidden = flag(attributes, 'hidden')
        this.#cells = []
        this.#column = 0
        break
      case 'mergeCell': {
        const range = readRange(attribute(attributes, 'ref') ?? '')
        if (range) this.#merges.push(range)
        break
      }
      case 'col':
        this.#addColumns(attributes)
        break
      case 'dataValidation':
        if (attribute(attributes, 'type') === 'list')
          this.#list = { sqref: attribute(attributes, 'sqref') ?? '', formula: '' }
        break
      case 'sheetProtection':
        this.#isProtected = flag(attributes, 'sheet')
        break
      case 'formula1':
        if (this.#list) this.#collect = 'list'
        break
      case 'sqref':
        if (this.#list) this.#collect = 'sqref'
        break
    }
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r')
    const letters = reference && /^[A-Za-z]+/.exec(reference)?.[0]
    this.#column = letters ? columnNumber(letters) : this.#column + 1
    if (this.#column < 1 || this.#column > LAST_COLUMN) throw new Refusal('列号超出范围，文件可能已损坏')
    this.#inCell = true
    this.#type = attribute(attributes, 't') ?? 'n'
    this.#style = Number(attribute(attributes, 's') ?? 0)
    this.#value = ''
    this.#formula = undefined
    this.#sharedIndex = undefined
    this.#phonetic = 0
  }

  #text(raw: string): void {
    if (this.#collect === null) return
    if (this.#collect === 'value') this.#value += raw
    else if (this.#collect === 'formula') this.#formula += raw
    else if (this.#list && this.#collect === 'list') this.#list.formula += raw
    else if (this.#list) this.#list.sqref += raw
  }

  #close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
      case 'sqref':
      case 'formula1':
        this.#collect = null
        break
      case 'rPh':
        this.#phonetic--
        break
      case 'c':
        this.#inCell = false
        this.#closeCell()
        break
      case 'row':
        if (this.#cells.length > 0)
          this.#rows.push({ number: this.#row, hidden: this.#rowHidden, cells: this.#cells })
        break
      case 'dataValidation':
        if (this.#list) {
          const ranges = this.#list.sqref
            .split(/\s+/)
            .map(readRange)
            .filter((range) => range !== null)
          if (ranges.length > 0) this.#lists.push({ ranges, formula: plainXml(this.#list.formula).trim() })
        }
        this.#list = null
        break
    }
  }

  #closeCell(): void {
    const format = this.#around.formats[this.#style]
    if (this.#value === '' && this.#formula === undefined) {
      if (format !== undefined && this.#row <= FORMAT_ROWS) this.#setFormat(this.#column, format)
      return
    }
    if (this.#formula !== undefined) this.#resolveShared()
    const shown = cellShown(this.#around, this.#type, this.#value, format)
    if (shown.text === '' && this.#formula === undefined) return
    this.#around.countCell()
    const cell: Cell = { row: this.#row, column: this.#column, ...shown }
    this.#cells.push(
      this.#formula === undefined && format === undefined
        ? cell
        : {
            ...cell,
            ...(this.#formula === undefined ? {} : { formula: this.#formula }),
            ...(format === undefined ? {} : { format }),
          },
    )
  }

  /** Cells that share a formula say so by a number; only the first spells it out. */
  #resolveShared(): void {
    const formula = plainXml(this.#formula ?? '')
    if (this.#sharedIndex !== undefined) {
      if (formula !== '') this.#shared.set(this.#sharedIndex, formula)
      this.#formula = formula || this.#shared.get(this.#sharedIndex) || ''
    } else this.#formula = formula
  }

  #addColumns(attributes: string): void {
    const first = Number(attribute(attributes, 'min'))
    const last = Math.min(Number(attribute(attributes, 'max')), LAST_COLUMN)
    const width = Number(attribute(attributes, 'width'))
    const hidden = flag(attributes, 'hidden')
    const format = this.#around.formats[Number(attribute(attributes, 'style') ?? 0)]
    // The last group often runs to the end of the sheet; what it says of a thousand columns, it says of all.
    for (let column = first; column <= Math.min(last, first + 1000); column++)
      this.#columns.set(column, {
        column,
        ...(width > 0 ? { width } : {}),
        ...(hidden ? { hidden } : {}),
        ...(format === undefined ? {} : { format }),
      })
  }

  #setFormat(column: number, format: string): void {
    const known = this.#columns.get(column)
    if (known) known.format = format
    else this.#columns.set(column, { column, format })
  }
}
