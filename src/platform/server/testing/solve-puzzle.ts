import { isSolved } from '../http/form-puzzle.ts'

/** A number that solves the puzzle of a form's ticket, as the page's script finds one. */
export const solvePuzzle = (ticket: string): string => {
  for (let work = 0; ; work++) if (isSolved(ticket, String(work))) return String(work)
}
