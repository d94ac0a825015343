import { LAST_ROW, readRange } from './address.ts'
import type { Sheet, Validation } from './workbook.ts'
import type { WorkbookPart } from './workbook-part.ts'
import { plainXml } from './xml-scanner.ts'

type SheetWithLists = Omit<Sheet, 'validations'> & {
  readonly lists: readonly { readonly ranges: Validation['ranges']; readonly formula: string }[]
}

/** Longer code lists than the ethnic groups, occupations or streets of a city are no drop-downs. */
const MOST_VALUES = 2_000

/** Replaces each list formula by its values, which often stand on a hidden sheet or behind a name. */
export const resolveDropDowns = (sheets: readonly SheetWithLists[], names: WorkbookPart['names']): Sheet[] =>
  sheets.map(({ lists, ...sheet }, index) => ({
    ...sheet,
    validations: lists
      .map(({ ranges, formula }) => ({ ranges, values: listValues(formula, index, sheets, names) }))
      .filter(({ values }) => values.length > 0),
  }))

const listValues = (
  formula: string,
  index: number,
  sheets: readonly SheetWithLists[],
  names: WorkbookPart['names'],
  depth = 0,
): string[] => {
  const literal = /^"([\s\S]*)"$/.exec(formula)
  if (literal)
    return literal[1]!
      .replaceAll('""', '"')
      .split(/[,,]/)
      .map((value) => plainXml(value).trim())
      .filter((value) => value !== '')
  const reference =
    /^(?:(?:'((?:[^']|'')+)'|([^'!"()]+))!)?(\$?[A-Za-z]*\$?\d*(?::\$?[A-Za-z]*\$?\d*)?)$/.exec(formula)
  const range = reference && readRange(reference[3]!)
  if (range) {
    const name = reference[1]?.replaceAll("''", "'") ?? reference[2]
    const sheet = name === undefined ? sheets[index] : sheets.find((one) => one.name === name)
    return sheet ? cellTexts(sheet, range) : []
  }
  const named = names.find(
    ({ name, scope }) => name.toLowerCase() === formula.toLowerCase() && (scope ?? index) === index,
  )
  return named && depth < 3 ? listValues(named.formula, index, sheets, names, depth + 1) : []
}

const cellTexts = (sheet: SheetWithLists, range: Validation['ranges'][number]): string[] => {
  const values: string[] = []
  for (const row of sheet.rows) {
    if (row.number < range.top || row.number > Math.min(range.bottom, LAST_ROW)) continue
    for (const cell of row.cells) {
      if (cell.column < range.left || cell.column > range.right || cell.text.trim() === '') continue
      values.push(cell.text.trim())
      if (values.length >= MOST_VALUES) return values
    }
  }
  return values
}
