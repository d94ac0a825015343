import { addDays } from '../../../../core/time/date-arithmetic.ts'

export interface PartInput {
  key: number
  body?: string
  task: string
  due: string
}

export interface PieceInput {
  key: number
  title: string
  content: string
  category?: string
}

/** What the lists begin with. */
export const firstParts = (today: string): PartInput[] => [{ key: 1, task: '', due: addDays(today, 3) }]
export const firstPieces: PieceInput[] = [
  { key: 1, title: '', content: '' },
  { key: 2, title: '', content: '' },
]
