import { address } from '../xlsx/index.ts'
import type { Box, Grid } from './grid.ts'
import { isFormLine, isKnownLabel, isLabel, isNoteText } from './label.ts'

/** A label and the empty cell that waits for its value. */
export interface LabelledCell {
  readonly box: Box
  readonly value: string
  /** Label of the section at the left edge, or of the group above: 家庭成员, 监护人. */
  readonly group: string | null
  readonly text: string
}

/** Labels with an empty box to their right, row by row; rows that are a table's header are left out. */
export const findLabelledCells = (grid: Grid, header: readonly [number, number] | null): LabelledCell[] => {
  const cells: LabelledCell[] = []
  for (let row = 1; row <= grid.lastRow; row++) {
    if (header && row >= header[0]) break
    for (const box of grid.row(row)) {
      if (!isLabel(box) || isNoteText(box.text)) continue
      const right = grid.at(row, box.right + 1)
      if (right.text !== '' && !isBlankValue(right.text)) continue
      if (
        box.right >= grid.lastColumn &&
        right.right === right.left &&
        right.bottom === right.top &&
        box.left === grid.firstColumn
      )
        continue
      const text = box.text.replace(/[:：]\s*$/, '')
      if (isFormLine(box.text) && !isKnownLabel(text)) continue
      cells.push({ box, value: address(right.top, right.left), group: groupOf(grid, box), text })
    }
  }
  return cells
}

/** What is printed for the pen: 年 月 日, □男 □女, ____ */
const isBlankValue = (text: string): boolean => /^[\s_年月日时分/、.:：-]*$/.test(text) || /[□○☐]/.test(text)

/** A tall box to the left heads the rows beside it. */
const groupOf = (grid: Grid, box: Box): string | null => {
  for (let column = box.left - 1; column >= grid.firstColumn; column--) {
    const left = grid.at(box.top, column)
    if (
      left.text !== '' &&
      left.bottom - left.top >= 1 &&
      left.bottom - left.top > box.bottom - box.top &&
      isLabel(left)
    )
      return left.text
  }
  return null
}
