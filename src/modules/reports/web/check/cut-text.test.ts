import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReport } from '../../../../documents/check/index.ts'
import { cutText } from './cut-text.ts'
import { layLines } from './lay-lines.ts'

const check = (text: string) => {
  const checked = checkReport({ text })
  if (!checked.ok) throw new Error(checked.message)
  return checked.value
}

const report = `共有残疾人262人，其中视力120人、听力85人、肢体47人。
2026年2月30日召开会议。`

test('every finding is numbered once, where it begins', () => {
  const result = check(report)
  const begins = cutText(result).flatMap(({ pieces }) => pieces.flatMap((piece) => piece.begins))
  expect(result.findings.length).toBeGreaterThan(1)
  expect(begins.sort((a, b) => a - b)).toEqual(result.findings.map((_, at) => at + 1))
})

test('quantities stand in pieces of their own', () => {
  const marked = cutText(check(report)).flatMap(({ pieces }) =>
    pieces.filter(({ quantity }) => quantity).map(({ text }) => text),
  )
  expect(marked).toEqual(['262', '120', '85', '47'])
})

test('whatever the text, its pieces put together are the text and every finding is numbered once', () => {
  const piece = fc.constantFrom('共有12人', '\n', ',其中男5人、女6人。', '2026年2月30日', 'xx社区', '')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const result = check(text)
      const lines = cutText(result)
      const begins = lines.flatMap((line) => line.pieces.flatMap((one) => one.begins))
      expect(begins.sort((a, b) => a - b)).toEqual(result.findings.map((_, at) => at + 1))
      expect(lines.map((line) => line.pieces.map((one) => one.text).join('')).join('\n')).toBe(text)
    }),
  )
})

test('cells go back into their table, row by row', () => {
  const cell = (row: number, column: number) => ({ table: 0, row, column, span: 1 })
  const line = (start: number, at?: ReturnType<typeof cell>) => ({
    start,
    end: start,
    kind: at ? ('cell' as const) : ('body' as const),
    cell: at,
    pieces: [],
  })
  const lines = [
    line(0),
    line(1, cell(0, 0)),
    line(2, cell(0, 1)),
    line(3, cell(1, 0)),
    line(4, cell(1, 0)),
    line(5),
  ]
  const [before, table, after] = layLines(lines)
  expect(before?.kind).toBe('line')
  expect(after?.kind).toBe('line')
  expect(table?.kind === 'table' && table.rows.map((cells) => cells.map((one) => one.length))).toEqual([
    [1, 1],
    [2],
  ])
})
