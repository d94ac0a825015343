import type { FillValue } from './cell-value.ts'

/** One row in the order of the plan's columns; `undefined` leaves a cell as it is. */
export type FormRow = readonly (FillValue | undefined)[]

/** Rows that are not all there at once: how many they are, known beforehand, and the rows page by page. */
export interface RowPages {
  readonly count: number
  readonly pages: AsyncIterable<readonly FormRow[]>
}

/** Rows one after the other, a page in memory at a time. */
export interface RowFeed {
  readonly count: number
  /** The next row, which must be one of the count. */
  next(): FormRow | Promise<FormRow>
}

const isPages = (rows: Iterable<FormRow> | RowPages): rows is RowPages => 'pages' in rows

/** Hands out rows as they are asked for. Throws where fewer come than were announced: the file would have gaps. */
export const feedOf = (rows: Iterable<FormRow> | RowPages = []): RowFeed => {
  const isStreamed = isPages(rows)
  let page: readonly FormRow[] = isStreamed ? [] : Array.isArray(rows) ? rows : [...rows]
  const count = isStreamed ? rows.count : page.length
  const pages = isStreamed ? rows.pages[Symbol.asyncIterator]() : null
  let at = 0
  const turn = async (): Promise<FormRow> => {
    const { done, value } = (await pages?.next()) ?? { done: true }
    if (done) throw new Error(`Fewer rows came than the ${count} that were announced.`)
    page = value
    at = 0
    return page.length > 0 ? page[at++]! : turn()
  }
  return { count, next: () => (at < page.length ? page[at++]! : turn()) }
}

/** Adds up columns over rows; a column that holds something else than numbers has no sum. */
export class ColumnSums {
  readonly #isSummed: readonly boolean[]
  readonly #sums: (number | null)[]

  constructor(isSummed: readonly boolean[]) {
    this.#isSummed = isSummed
    this.#sums = isSummed.map((is) => (is ? 0 : null))
  }

  /** The same columns, from nothing. */
  afresh(): ColumnSums {
    return new ColumnSums(this.#isSummed)
  }

  add(row: FormRow): void {
    this.#sums.forEach((sum, index) => {
      const value = row[index]
      if (sum === null || value === undefined || value === null || value === '') return
      this.#sums[index] = typeof value === 'number' ? sum + value : null
    })
  }

  /** In the order of the columns; undefined where there is none. Without the noise of binary fractions. */
  values(): FormRow {
    return this.#sums.map((sum) => (sum === null ? undefined : Math.round(sum * 1e6) / 1e6))
  }
}
