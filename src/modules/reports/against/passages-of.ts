import type { CheckResult } from '../../../documents/check/index.ts'
import type { Paragraph } from '../../../documents/docx/index.ts'
import type { Quantity } from '../../../documents/quantity/index.ts'
import type { Passage, StatedQuantity } from './passage.ts'

const longestPassage = 2000

const within = ({ start, end }: Paragraph, text: string): [number, number][] => {
  const parts: [number, number][] = []
  let from = start
  for (let at = start; at < end; at++)
    if (/[。！？!?\n]/.test(text[at]!)) {
      parts.push([from, at + 1])
      from = at + 1
    }
  if (from < end) parts.push([from, end])
  return parts
}

const state = (quantity: Quantity, number: number, shift: number): StatedQuantity => ({
  number,
  start: quantity.start - shift,
  end: quantity.end - shift,
  unitEnd: Math.max(quantity.unitEnd, quantity.end) - shift,
  low: quantity.low,
  high: quantity.high,
  slack: quantity.slack,
  unit: quantity.unit.slice(0, 20),
  kind: quantity.kind,
  hedge: quantity.hedge,
  subject: quantity.subject.slice(0, 200),
})

const looksLikeHeading = (text: string): boolean =>
  text.length <= 40 && !/[。；，]/.test(text) && /^[（(]?[一二三四五六七八九十\d]+[)）、.．]/.test(text)

/** What stands at the head of a cell's column and row: 和平社区 + 残疾人数（人）. */
const cellHead = (text: string, cells: readonly Paragraph[], of: Paragraph): string => {
  const { table, row, column } = of.cell!
  const at = (r: number, c: number) =>
    cells.filter(({ cell }) => cell?.table === table && cell.row === r && cell.column === c)
  const words = (list: readonly Paragraph[]) => list.map(({ start, end }) => text.slice(start, end)).join('')
  const label = column > 0 ? words(at(row, 0)) : ''
  const heading = row > 0 ? words(at(0, column)).replace(/[（(][^（）()]{1,4}[)）]/g, '') : ''
  return `${label}${heading}`
}

/**
 * Cuts a checked report into what is held against the ledgers: sentences with quantities that count something.
 * A cell of a table is given the words of its row and column. Nothing else of the report goes along.
 */
export const passagesOf = ({ text, paragraphs, quantities }: CheckResult): Passage[] => {
  const passages: Passage[] = []
  const cells = paragraphs.filter(({ cell }) => cell)
  let next = 0
  let heading = ''
  paragraphs.forEach((paragraph, index) => {
    const words = text.slice(paragraph.start, paragraph.end)
    if (paragraph.kind === 'heading' || (paragraph.kind === 'body' && looksLikeHeading(words)))
      heading = words.slice(0, 200)
    for (const [start, end] of within(paragraph, text)) {
      const here: [Quantity, number][] = []
      while (next < quantities.length && quantities[next]!.start < start) next++
      for (; next < quantities.length && quantities[next]!.start < end; next++)
        here.push([quantities[next]!, next])
      if (here.length === 0 || end - start > longestPassage) continue
      const head = paragraph.kind === 'cell' && paragraph.cell ? cellHead(text, cells, paragraph) : ''
      passages.push({
        text: (head + text.slice(start, end)).slice(0, longestPassage),
        paragraph: index,
        heading,
        quantities: here
          .slice(0, 200)
          .map(([quantity, number]) => state(quantity, number, start - head.length)),
      })
    }
  })
  return passages
}
