import type { Cell, Range, SheetTop } from '../../../../documents/xlsx/index.ts'
import { matchColumns } from './match-columns.ts'
import type { Target } from './target.ts'

/** Where a sheet's column names stand, and what they say. */
export interface Header {
  readonly first: number
  readonly last: number
  /** By column, from the top row down, joined by `/`. */
  readonly names: ReadonlyMap<number, string>
  /** What stands above: the title of the form. */
  readonly title: string
  /** How many columns were understood. */
  readonly score: number
}

/** A header lies near the top, and is at most so deep. */
const lookedAt = 40
const deepest = 3
const widest = 300
/** Longer than any column name with its notes: a page of text, which is compared with nothing. */
const longest = 200

type Lines = ReadonlyMap<number, ReadonlyMap<number, Cell>>

const topOf = (sheet: SheetTop): Lines =>
  new Map(
    sheet.rows
      .filter(({ number }) => number <= lookedAt + deepest)
      .map((row) => [row.number, new Map(row.cells.map((cell) => [cell.column, cell]))]),
  )

const mergesNear = (sheet: SheetTop): Range[] =>
  sheet.merges.filter(({ top, bottom }) => top <= lookedAt && bottom - top < deepest)

const oneLine = (text: string): string => (text.length > longest ? '' : text.replace(/\s+/g, ' ').trim())

/** The text of a place, which may belong to merged cells. */
const textAt = (lines: Lines, merges: readonly Range[], row: number, column: number): string => {
  const own = lines.get(row)?.get(column)
  if (own) return oneLine(own.text)
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  return merge ? oneLine(lines.get(merge.top)?.get(merge.left)?.text ?? '') : ''
}

const namesOf = (lines: Lines, merges: readonly Range[], first: number, last: number, width: number) => {
  const names = new Map<number, string>()
  for (let column = 1; column <= width; column++) {
    const parts: string[] = []
    for (let row = first; row <= last; row++) {
      const text = textAt(lines, merges, row, column)
      if (text !== '' && text !== parts.at(-1)) parts.push(text)
    }
    if (parts.length > 0) names.set(column, parts.join('/'))
  }
  return names
}

/** How far down merged cells that begin in a row make its header reach; a title across the sheet does not. */
const reachOf = (merges: readonly Range[], row: number, width: number): number =>
  merges
    .filter(({ top, left, right }) => top === row && right - left + 1 < Math.max(width * 0.8, 3))
    .reduce(
      (reach, { top, bottom, left, right }) => Math.max(reach, right > left ? top + 1 : top, bottom),
      row,
    )

/** Finds the header of a sheet: the rows in which the most column names are understood. */
export const findHeader = (
  sheet: SheetTop,
  targets: readonly Target[],
  fileName: string,
): Header | undefined => {
  const lines = topOf(sheet)
  const merges = mergesNear(sheet)
  const width = Math.min(Math.max(0, ...[...lines.values()].flatMap((cells) => [...cells.keys()])), widest)
  let best: Header | undefined
  let bestScore = 0
  const above: string[] = []
  for (const first of lines.keys()) {
    if (first > lookedAt) break
    // A cell that reaches down from above belongs to a header that begins there.
    if (merges.some(({ top, bottom }) => top < first && bottom >= first)) continue
    const least = reachOf(merges, first, width)
    for (let last = least; last < first + deepest && (last === least || lines.has(last)); last++) {
      const names = namesOf(lines, merges, first, last, width)
      if (names.size < 2) continue
      const title = [...above, sheet.name, fileName].join(' ')
      const found = matchColumns([...names.values()], targets, { title, certainOnly: true })
      const score = new Set(found.flatMap(({ status, key }) => (status === 'mapped' ? [key] : []))).size
      // Every further row must earn its place, or it would be the first row of data.
      const value = score - (last - least) * 0.9
      if (score < 2 || value <= bestScore) continue
      best = { first, last, names, title, score }
      bestScore = value
    }
    above.push(...[...lines.get(first)!.values()].map(({ text }) => oneLine(text)).slice(0, 2))
  }
  return best
}
