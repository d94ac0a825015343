import { columnLetters, columnNumber, LAST_COLUMN, LAST_ROW } from './address.ts'

/** Where the cells of a sheet go when rows are put in: `count` new rows after row `after`. */
export interface RowInsertion {
  readonly after: number
  readonly count: number
  /** First row of the block that grows; ranges that end with the block grow with it. */
  readonly blockFirst: number
}

export const movedRow = (row: number, { after, count }: RowInsertion): number =>
  row > after ? Math.min(row + count, LAST_ROW) : row

/** The last row of a range after the insertion: a range over several rows of the block that ends with it, grows. */
export const movedBottom = (top: number, bottom: number, insertion: RowInsertion): number =>
  bottom === insertion.after && top < bottom && top >= 1 && bottom >= insertion.blockFirst
    ? bottom + insertion.count
    : movedRow(bottom, insertion)

/** Text in quotes, or a reference with its sheet: `'甲 表'!$A$1:B2`, `A1`, `3:5`. */
const token =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.[\]]+)!)?(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_(!.])/gu

const isWordBefore = (formula: string, at: number): boolean =>
  at > 0 && /[\p{L}\p{N}_.$!']/u.test(formula[at - 1]!)

/** Rewrites the references of a formula; `sheet` is the sheet named in it, null where none is. */
const rewrite = (
  formula: string,
  change: (
    sheet: string | null,
    rows: [number, number],
    fixed: [boolean, boolean],
    columns: [number, number] | null,
    fixedColumns: [boolean, boolean],
  ) => { rows: [number, number]; columns: [number, number] | null } | null,
): string =>
  formula.replace(token, (whole, sheet: string | undefined, ...groups) => {
    const at = groups.at(-2) as number
    if (whole.startsWith('"') || (sheet === undefined && isWordBefore(formula, at))) return whole
    const [c1Fixed, c1, r1Fixed, r1, c2Fixed, c2, r2Fixed, r2, rowFixed1, row1, rowFixed2, row2] = groups as (
      | string
      | undefined
    )[]
    const name = sheet === undefined ? null : sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
    if (row1 !== undefined) {
      const moved = change(name, [Number(row1), Number(row2)], [rowFixed1 === '$', rowFixed2 === '$'], null, [
        true,
        true,
      ])
      return moved ? `${sheet ?? ''}${rowFixed1}${moved.rows[0]}:${rowFixed2}${moved.rows[1]}` : '#REF!'
    }
    const isRange = r2 !== undefined
    const moved = change(
      name,
      [Number(r1), Number(r2 ?? r1)],
      [r1Fixed === '$', (r2Fixed ?? r1Fixed) === '$'],
      [columnNumber(c1!), columnNumber(c2 ?? c1!)],
      [c1Fixed === '$', (c2Fixed ?? c1Fixed) === '$'],
    )
    if (!moved?.columns) return '#REF!'
    const from = `${c1Fixed}${columnLetters(moved.columns[0])}${r1Fixed}${moved.rows[0]}`
    return `${sheet ?? ''}${from}${isRange ? `:${c2Fixed}${columnLetters(moved.columns[1])}${r2Fixed}${moved.rows[1]}` : ''}`
  })

/** A formula after rows were put into `sheet`; `own` is the sheet it stands on, null for a name's formula. */
export const shiftFormula = (
  formula: string,
  sheet: string,
  own: string | null,
  insertion: RowInsertion,
): string =>
  rewrite(formula, (named, [top, bottom], _, columns) => {
    if ((named ?? own) !== sheet) return { rows: [top, bottom], columns }
    return { rows: [movedRow(top, insertion), movedBottom(top, bottom, insertion)], columns }
  })

/** A formula on `sheet` whose references to it are given other rows; a single cell has the same row twice. */
export const mapFormulaRows = (
  formula: string,
  sheet: string,
  map: (rows: readonly [top: number, bottom: number]) => [top: number, bottom: number],
): string =>
  rewrite(formula, (named, rows, _, columns) => ({
    rows: (named ?? sheet) === sheet ? map(rows) : rows,
    columns,
  }))

/** A formula copied by so many rows and columns: relative references move along. */
export const copyFormula = (formula: string, down: number, right = 0): string =>
  rewrite(formula, (_, rows, fixed, columns, fixedColumns) => {
    const moved = rows.map((row, index) => (fixed[index] ? row : row + down)) as [number, number]
    const across =
      columns &&
      (columns.map((column, index) => (fixedColumns[index] ? column : column + right)) as [number, number])
    const isInside =
      moved.every((row) => row >= 1 && row <= LAST_ROW) &&
      (across ?? [1]).every((column) => column >= 1 && column <= LAST_COLUMN)
    return isInside ? { rows: moved, columns: across } : null
  })
