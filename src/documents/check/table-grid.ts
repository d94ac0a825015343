import type { Paragraph } from '../docx/index.ts'
import { readValue } from '../quantity/index.ts'
import { normalise } from '../text/index.ts'

/** A cell of a table; `value` where it holds a bare figure. */
export interface Cell {
  start: number
  end: number
  /** Without spaces, normalised. */
  text: string
  given: string
  value: number | undefined
}

export type Grid = (Cell | undefined)[][]

const cellOf = (text: string, { start, end }: Paragraph): Cell => {
  const given = text.slice(start, end)
  const plain = normalise(given).text.trim()
  const value = /^-?[\d,]+(?:\.\d+)?$/.test(plain) ? readValue(plain)?.value : undefined
  return { start, end, given, text: plain.replace(/\s/g, ''), value }
}

/** The tables by rows and columns. */
export const gridsOf = (text: string, paragraphs: Paragraph[]): Grid[] => {
  const grids: Grid[] = []
  for (const paragraph of paragraphs) {
    if (!paragraph.cell) continue
    const { table, row, column } = paragraph.cell
    grids[table] ??= []
    grids[table][row] ??= []
    const cells = grids[table][row]
    const [before, cell] = [cells[column], cellOf(text, paragraph)]
    if (before?.text && !cell.text) continue
    // A cell of several paragraphs holds prose, no figure; empty lines are nothing.
    cells[column] = before?.text ? { ...cell, value: undefined } : cell
  }
  return grids.filter(Boolean)
}
