import type { CellValue, MergeRange } from 'hucre'
import type { Table } from './table.ts'

/** Title, lines below it and header rows, with the cells that are joined; rows and columns count from 0. */
export interface Head {
  readonly rows: CellValue[][]
  readonly merges: MergeRange[]
  readonly titleRows: number
}

export const headOf = (table: Table): Head => {
  const width = table.columns.length
  const top = [...(table.title === undefined ? [] : [table.title]), ...(table.subtitles ?? [])]
  const merges = width > 1 ? top.map((_, row) => across(row, width)) : []
  const paths = table.columns.map(({ header }) => (typeof header === 'string' ? [header] : header))
  const depth = Math.max(...paths.map((path) => path.length))
  const rows: CellValue[][] = top.map((text) => [text])
  for (let level = 0; level < depth; level++) rows.push(paths.map((path) => path[level] ?? null))
  merges.push(...headerMerges(paths, depth).map((merge) => moved(merge, top.length)))
  return { rows, merges, titleRows: top.length }
}

export const across = (row: number, width: number): MergeRange => ({
  startRow: row,
  startCol: 0,
  endRow: row,
  endCol: width - 1,
})
const moved = (merge: MergeRange, down: number): MergeRange => ({
  ...merge,
  startRow: merge.startRow + down,
  endRow: merge.endRow + down,
})

/** Neighbours under the same words are joined sideways, short paths downwards. */
const headerMerges = (paths: readonly (readonly string[])[], depth: number): MergeRange[] => {
  const merges: MergeRange[] = []
  for (let level = 0; level < depth; level++)
    for (let column = 0; column < paths.length; column++) {
      const path = paths[column]!
      if (level >= path.length) continue
      const key = path.slice(0, level + 1).join('\n')
      const isLast = level === path.length - 1
      if (isLast) {
        if (depth > path.length)
          merges.push({ startRow: level, startCol: column, endRow: depth - 1, endCol: column })
        continue
      }
      let last = column
      while (
        last + 1 < paths.length &&
        paths[last + 1]!.slice(0, level + 1).join('\n') === key &&
        paths[last + 1]!.length > level + 1
      )
        last++
      if (last > column) merges.push({ startRow: level, startCol: column, endRow: level, endCol: last })
      column = last
    }
  return merges
}
