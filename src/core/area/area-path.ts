import { type AreaLevel, areaLevels } from './area-level.ts'

/**
 * Where an area stands in the tree: its code without the empty levels at the end, such as `990101001` for
 * the subdistrict 990101001000. An area lies in another exactly where the other's path begins its own.
 */
export type AreaPath = string

const levelByLength = new Map(areaLevels.map((level) => [level.length, level]))

/** Cuts the empty levels at the end of a code. */
const trim = (code: string): AreaPath => {
  const level = areaLevels.findLast(({ length }, index) => {
    const start = areaLevels[index - 1]?.length ?? 0
    return length <= code.length && /[1-9]/.test(code.slice(start, length))
  })
  return code.slice(0, level?.length ?? 0)
}

/** Whether a text is the path of an area: whole levels, the last of them not empty. */
export const isAreaPath = (text: string): text is AreaPath =>
  /^[1-9]\d+$/.test(text) && levelByLength.has(text.length) && trim(text) === text

/** The level of a path. Throws on a text that is none: a programming error. */
export const levelOf = (path: AreaPath): AreaLevel => {
  const level = levelByLength.get(path.length)
  if (!level) throw new Error(`${path} is not the path of an area`)
  return level
}

/**
 * The area that holds this one, `null` above a province. Levels that a code leaves empty are passed over:
 * the town 441900003 lies in the city 4419, which has no counties.
 */
export const parentOf = (path: AreaPath): AreaPath | null => {
  const index = areaLevels.indexOf(levelOf(path))
  const above = areaLevels[index - 1]
  return above ? trim(path.slice(0, above.length)) : null
}

/** The areas that hold this one, the widest first, and the area itself. */
export const lineageOf = (path: AreaPath): AreaPath[] => {
  const parent = parentOf(path)
  return parent === null ? [path] : [...lineageOf(parent), path]
}

/** Whether an area is another or lies in it. A scope that is not the path of an area holds nothing. */
export const isWithin = (path: AreaPath, scope: AreaPath): boolean =>
  isAreaPath(scope) && path.startsWith(scope)

/** The six-digit county code, by which data is distributed; paths above a county are filled up with zeros. */
export const districtOf = (path: AreaPath): string => path.slice(0, 6).padEnd(6, '0')

/** The path of a code of 2 to 12 digits, or more for grids: `990101001000` gives `990101001`. */
export const pathOfCode = (code: string): AreaPath => trim(code)

/** The statistical code of a path, 12 digits; grids keep their own. */
export const codeOfPath = (path: AreaPath): string => path.padEnd(12, '0')
