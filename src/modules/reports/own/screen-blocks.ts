import { type DocumentText, type Paragraph, readDocx } from '../../../documents/docx/index.ts'
import type { OfficialBlock, OfficialSpan } from '../../../documents/official/index.ts'
import { renderTemplate, type TemplateValues } from '../../../documents/template/index.ts'

/**
 * A figure on its way through a document that is made for the screen: OPEN id MIDDLE text CLOSE. Unicode
 * noncharacters beside those that mark figures in the file, so that neither is taken for the other.
 */
const [OPEN, MIDDLE, CLOSE] = ['\uFDD3', '\uFDD4', '\uFDD5']
const figure = /\uFDD3([^\uFDD3-\uFDD5]*)\uFDD4([^\uFDD3-\uFDD5]*)\uFDD5/g

const forScreen = (values: TemplateValues): TemplateValues =>
  Object.fromEntries(
    Object.entries(values).map(([tag, value]) => {
      if (typeof value === 'string') return [tag, value]
      if (Array.isArray(value)) return [tag, value.map(forScreen)]
      return [tag, `${OPEN}${value.figure}${MIDDLE}${value.text}${CLOSE}`]
    }),
  )

const spansOf = (text: string): OfficialSpan[] => {
  const spans: OfficialSpan[] = []
  let at = 0
  const plain = (until: number) => {
    if (until > at) spans.push({ text: text.slice(at, until), figure: null })
  }
  for (const found of text.matchAll(figure)) {
    plain(found.index)
    spans.push({ text: found[2]!, figure: found[1]! })
    at = found.index + found[0].length
  }
  plain(text.length)
  return spans
}

const kindOf = ({ kind, level = 1 }: Paragraph): OfficialBlock['kind'] =>
  kind === 'heading' ? (`heading${Math.min(level, 3)}` as OfficialBlock['kind']) : 'paragraph'

const lay = ({ text, paragraphs }: DocumentText): OfficialBlock[] => {
  const blocks: OfficialBlock[] = []
  let row: { table: number; row: number; cells: OfficialSpan[][] } | undefined
  for (const paragraph of paragraphs) {
    const { kind, cell } = paragraph
    const spans = spansOf(text.slice(paragraph.start, paragraph.end))
    if (kind === 'cell' && cell) {
      if (row?.table !== cell.table || row.row !== cell.row) {
        row = { table: cell.table, row: cell.row, cells: [] }
        blocks.push({ kind: 'tableRow', spans: [], cells: row.cells })
      }
      while (row.cells.length <= cell.column) row.cells.push([])
      row.cells[cell.column]!.push(...spans)
      continue
    }
    row = undefined
    if ((kind === 'body' || kind === 'heading') && spans.length > 0)
      blocks.push({ kind: kindOf(paragraph), spans })
  }
  return blocks
}

/** The body of a filled-in template for the screen, with its figures; headers, footers and notes stay on paper. */
export const screenBlocks = (template: Uint8Array, values: TemplateValues): OfficialBlock[] => {
  const read = readDocx(renderTemplate(template, forScreen(values)))
  if (!read.ok) throw new Error(read.message)
  return lay(read.value)
}
