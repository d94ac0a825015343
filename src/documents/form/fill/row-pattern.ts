import { attribute, columnLetters, copyFormula, xmlText } from '../../xlsx/index.ts'
import { type FillValue, valueXml } from './cell-value.ts'
import { withAttribute, type XmlCell, type XmlRow } from './sheet-xml.ts'

interface PatternCell {
  readonly letters: string
  /** Style and the like, without address and type. */
  readonly attributes: string
  readonly format: string | undefined
  /** In the coordinates of the model's row. */
  readonly formula: string | null
  /** Which of the values goes here, -1 for none. */
  readonly index: number
}

interface PatternStyles {
  readonly prefix: string
  readonly formats: readonly (string | undefined)[]
  readonly is1904: boolean
  readonly columnStyles: ReadonlyMap<number, string>
  isLocked(attributes: string): boolean
}

/** A row taken apart once, so that thousands of copies cost little: height, styles and formulas without contents. */
export class RowPattern {
  readonly #prefix: string
  readonly #is1904: boolean
  readonly #number: number
  readonly #attributes: string
  readonly #cells: readonly PatternCell[]
  readonly hasFormulas: boolean
  /** Columns that the sheet's protection does not let anyone fill. */
  readonly lockedColumns: readonly number[]

  constructor(
    model: XmlRow | null,
    columns: readonly number[],
    formulaIn: (cell: XmlCell) => string | null,
    { prefix, formats, is1904, columnStyles, isLocked }: PatternStyles,
  ) {
    this.#prefix = prefix
    this.#is1904 = is1904
    this.#number = model?.number ?? 0
    this.#attributes = withAttribute(model?.attributes ?? '', 'r', null)
    const style = attribute(this.#attributes, 's')
    const cells = new Map((model?.cells ?? []).map((cell) => [cell.column, cell]))
    // A column without a cell of its own takes the style of the row, else of the column.
    for (const column of columns) {
      const own = style ?? columnStyles.get(column)
      if (!cells.has(column)) cells.set(column, { column, attributes: own ? ` s="${own}"` : '', inner: null })
    }
    this.lockedColumns = [...cells.values()]
      .filter(({ column, attributes }) => columns.includes(column) && isLocked(attributes))
      .map(({ column }) => column)
    this.#cells = [...cells.values()]
      .sort((one, other) => one.column - other.column)
      .map((cell) => ({
        letters: columnLetters(cell.column),
        attributes: ['r', 't', 'cm', 'vm'].reduce(
          (rest, name) => withAttribute(rest, name, null),
          cell.attributes,
        ),
        format: formats[Number(attribute(cell.attributes, 's') ?? 0)],
        formula: formulaIn(cell),
        index: this.lockedColumns.includes(cell.column) ? -1 : columns.indexOf(cell.column),
      }))
    this.hasFormulas = this.#cells.some(({ formula }) => formula !== null)
  }

  /** The row once more, as row `number`, with values in the order of the columns. */
  write(number: number, values: readonly (FillValue | undefined)[]): string {
    let xml = `<${this.#prefix}row r="${number}"${this.#attributes}>`
    for (const { letters, attributes, format, formula, index } of this.#cells) {
      const value = index < 0 ? undefined : values[index]
      xml += `<${this.#prefix}c r="${letters}${number}"${attributes}`
      if (value !== undefined && value !== null && value !== '') {
        const { type, inner } = valueXml(value, this.#prefix, format, this.#is1904)
        xml += `${type === null ? '' : ` t="${type}"`}>${inner}</${this.#prefix}c>`
      } else if (formula !== null && value === undefined)
        xml += `><${this.#prefix}f>${xmlText(copyFormula(formula, number - this.#number))}</${this.#prefix}f></${this.#prefix}c>`
      else xml += '/>'
    }
    return `${xml}</${this.#prefix}row>`
  }
}
