import type { Box, Grid } from './grid.ts'
import { isFormLine, isKnownLabel, isLabel } from './label.ts'

/** A header stands in the first rows and is at most this deep. */
const DEEPEST_START = 15
const MOST_ROWS = 4

/** Finds the rows of a table's header, or null where no row looks like one. */
export const findHeaderRows = (grid: Grid, from = 1, until = DEEPEST_START): [number, number] | null => {
  let best: { row: number; score: number } | null = null
  for (let row = from; row <= Math.min(until, grid.lastRow); row++) {
    const score = headerScore(grid, row)
    if (score > 0 && (!best || score > best.score)) best = { row, score }
  }
  if (!best) return null
  let [first, last] = [best.row, best.row]
  while (first > from && last - first + 1 < MOST_ROWS && stands(grid, first - 1, first)) first--
  last = Math.max(last, lowest(grid, first, last, first + MOST_ROWS - 1))
  while (last - first + 1 < MOST_ROWS && last < grid.lastRow && continues(grid, first, last)) {
    last++
    last = Math.max(last, lowest(grid, first, last, first + MOST_ROWS - 1))
  }
  return [first, last]
}

/** Joined cells that begin in the header end in it. */
const lowest = (grid: Grid, first: number, last: number, limit: number): number => {
  let bottom = last
  for (let row = first; row <= last; row++)
    for (const box of grid.row(row))
      if (isLabel(box) && box.bottom <= limit) bottom = Math.max(bottom, box.bottom)
  return bottom
}

/** An ID number or a mobile number is about somebody: its row is data, not a header. */
const isSomebodys = /^(\d{17}[\dXx]|1[3-9]\d{9})$/

const headerScore = (grid: Grid, row: number): number => {
  const boxes = grid.row(row)
  if (boxes.some(({ text }) => isSomebodys.test(text))) return 0
  const labels = boxes.filter(isLabel)
  const width = grid.lastColumn - grid.firstColumn + 1
  if (labels.length < Math.min(2, width)) return 0
  const lines = labels.filter(({ text }) => isFormLine(text)).length
  if (lines > 0 && lines * 2 >= labels.length) return 0
  const known = labels.filter(({ text }) => isKnownLabel(text)).length
  if (labels.length === 1 && known === 0) return 0
  const values = boxes.length - labels.length
  // Labels that stand shoulder to shoulder are a header; with a gap after each they are a vertical form.
  const gaps = labels.filter(
    (box) => box.right < grid.lastColumn && grid.at(row, box.right + 1).text === '',
  ).length
  return known * 3 + labels.length - values * 2 - gaps * 0.5
}

/** Whether the row above belongs to the header: groups of columns, not the title over all of them. */
const stands = (grid: Grid, above: number, below: number): boolean => {
  const boxes = grid.row(above).filter(isLabel)
  if (boxes.length === 0 || boxes.some(({ text }) => isFormLine(text))) return false
  if (boxes.some((box) => box.bottom >= below)) return true
  const width = grid.lastColumn - grid.firstColumn + 1
  if (boxes.length === 1) {
    const [box] = boxes as [Box]
    const span = box.right - box.left + 1
    return span >= 2 && span < width * 0.7 && box.left > grid.firstColumn
  }
  return true
}

/** Whether the row below goes on with the header: it fills the gaps of the rows above and names parts of groups. */
const continues = (grid: Grid, first: number, last: number): boolean => {
  const boxes = grid.row(last + 1)
  if (boxes.length === 0 || !boxes.every(isLabel)) return false
  let grouped = 0
  for (const box of boxes) {
    const above = aboveOf(grid, first, last, box.left)
    // Under a column of its own stands a value, not a header.
    if (above && !spans(grid, above, last)) return false
    // A cell joined down to the header's last row is complete; what stands below it is the first row of data.
    if (above && above.top < last && above.bottom === last) return false
    if (!above && leftGroup(grid, first, last, box.left) === null) return false
    grouped++
  }
  return grouped > 0
}

const aboveOf = (grid: Grid, first: number, last: number, column: number): Box | null => {
  for (let row = last; row >= first; row--) {
    const box = grid.at(row, column)
    if (box.text !== '') return box
  }
  return null
}

/** A group covers several columns, joined or with empty cells to its right. */
const spans = (grid: Grid, box: Box, last: number): boolean =>
  box.bottom <= last &&
  (box.right > box.left ||
    (box.right < grid.lastColumn &&
      grid.at(box.top, box.right + 1).text === '' &&
      grid.at(last + 1, box.right + 1).text !== ''))

/** The group to the left whose joined or empty cells reach to this column. */
const leftGroup = (grid: Grid, first: number, last: number, column: number): Box | null => {
  for (let at = column; at >= grid.firstColumn; at--) {
    const box = aboveOf(grid, first, last, at)
    if (box) return spans(grid, box, last) ? box : null
  }
  return null
}

/** The texts over a column from the top row down, groups included that reach to it. */
export const headerPath = (
  grid: Grid,
  [first, last]: readonly [number, number],
  column: number,
): string[] => {
  const path: string[] = []
  for (let row = first; row <= last; row++) {
    const box = grid.at(row, column)
    let text = box.text
    // A group that is not joined reaches over the empty cells beside it, if something stands below them.
    if (text === '' && row < last && aboveOf(grid, first, row, column) === null) {
      const group = leftGroup(grid, first, row, column)
      const below = grid.at(row + 1, column)
      if (group && group.top === row && below.text !== '' && below.top === row + 1) text = group.text
    }
    if (text !== '' && text !== path.at(-1)) path.push(text)
  }
  return path
}
