import type { KeyboardEvent } from 'react'
import type { RecordView } from '../../contract/records.ts'
import type { Column } from './column.ts'

/** What both faces of the rows need: the table on a screen, the cards on a phone. */
export interface RowsProps {
  title: string
  rows: readonly RecordView[]
  columns: readonly Column[]
  sort: string | undefined
  setSort: ((sort: string | undefined) => void) | undefined
  opened: string | undefined
  active: number
  setActive: (index: number) => void
  open: (index: number) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  page: ((row: RecordView) => string | undefined) | undefined
}
