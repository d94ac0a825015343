import type { Range } from './workbook.ts'

/** The largest sheet that the format allows. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** 1 → A, 27 → AA */
export const columnLetters = (column: number): string => {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A → 1; 0 where it is not a column. */
export const columnNumber = (letters: string): number => {
  let column = 0
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) return 0
    column = column * 26 + letter - 64
  }
  return column <= LAST_COLUMN ? column : 0
}

export const address = (row: number, column: number): string => columnLetters(column) + row

const corner = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/

/** `$B$3` → row 3, column 2 */
export const readAddress = (text: string): { row: number; column: number } | null => {
  const match = corner.exec(text)
  const column = match ? columnNumber(match[1]!) : 0
  const row = match ? Number(match[2]) : 0
  return column > 0 && row > 0 && row <= LAST_ROW ? { row, column } : null
}

/** `A1:B3`, `A1`, `A:C` or `2:5`, with or without `$`; null where it is none of these. */
export const readRange = (text: string): Range | null => {
  const [from = '', to = from] = text.trim().replaceAll('$', '').split(':')
  const [first, last] = [readAddress(from), readAddress(to)]
  if (first && last)
    return {
      top: Math.min(first.row, last.row),
      left: Math.min(first.column, last.column),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.column, last.column),
    }
  if (/^[A-Za-z]+$/.test(from) && /^[A-Za-z]+$/.test(to) && columnNumber(from) && columnNumber(to))
    return { top: 1, left: columnNumber(from), bottom: LAST_ROW, right: columnNumber(to) }
  if (/^\d+$/.test(from) && /^\d+$/.test(to) && Number(from) > 0)
    return { top: Number(from), left: 1, bottom: Number(to), right: LAST_COLUMN }
  return null
}

export const writeRange = ({ top, left, bottom, right }: Range): string =>
  top === bottom && left === right ? address(top, left) : `${address(top, left)}:${address(bottom, right)}`

export const inRange = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right
