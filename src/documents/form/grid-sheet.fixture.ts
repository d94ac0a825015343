import { type Range, readRange, type Sheet } from '../xlsx/index.ts'

/** A sheet from texts by row, `''` for empty cells, and merged areas. */
export const gridSheet = (
  rows: readonly (readonly string[])[],
  merges: readonly string[] = [],
  more: Partial<Sheet> = {},
): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  rows: rows.map((row, r) => ({
    number: r + 1,
    hidden: false,
    cells: row.flatMap((text, c) =>
      text === ''
        ? []
        : [
            {
              row: r + 1,
              column: c + 1,
              kind: /^\d+$/.test(text) ? ('number' as const) : ('text' as const),
              text,
              value: text,
            },
          ],
    ),
  })),
  merges: merges.map((range) => readRange(range) as Range),
  validations: [],
  columns: [],
  ...more,
})
