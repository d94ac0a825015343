import { SaxesParser } from 'saxes'
import type { NumberPrinter } from './numbering.ts'
import type { Paragraph } from './paragraph.ts'
import type { ParagraphStyle } from './styles.ts'
import { type TextPlace, traceRuns } from './text-place.ts'

interface Open {
  text: string
  heading?: number
  numId?: string
  numLevel?: number
  places: TextPlace[]
}

interface Table {
  index: number
  row: number
  column: number
  span: number
}

/** Collects the paragraphs of all parts of a document into one text. */
export interface StoryCollector {
  parts: string[]
  length: number
  paragraphs: Paragraph[]
  tables: number
  /** Where the text stands in the XML of the body, in order. */
  places: TextPlace[]
}

export const newCollector = (): StoryCollector => ({
  parts: [],
  length: 0,
  paragraphs: [],
  tables: 0,
  places: [],
})

const skipped = new Set([
  'mc:Fallback',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rPrChange',
  'w:pPrChange',
])

/** Reads one part (body, footnotes, a header …) and appends its paragraphs. */
export const readStory = (
  xml: string,
  kind: Paragraph['kind'],
  style: (id: string) => ParagraphStyle,
  print: NumberPrinter,
  into: StoryCollector,
): void => {
  const parser = new SaxesParser()
  const trace = traceRuns(xml, parser)
  const open: Open[] = []
  const tables: Table[] = []
  let skip = 0
  let inText = false
  let separator = false

  const finish = (paragraph: Open): void => {
    const table = tables.at(-1)
    const number =
      paragraph.numId !== undefined && paragraph.numId !== '0'
        ? print(paragraph.numId, paragraph.numLevel ?? 0)
        : ''
    const text = number + paragraph.text
    const start = into.length
    into.parts.push(text, '\n')
    into.length += text.length + 1
    const entry: Paragraph = { start, end: start + text.length, kind }
    if (table) {
      entry.kind = kind === 'body' ? 'cell' : kind
      entry.cell = { table: table.index, row: table.row, column: table.column, span: table.span }
    } else if (kind === 'body' && paragraph.heading !== undefined) {
      entry.kind = 'heading'
      entry.level = paragraph.heading
    }
    into.paragraphs.push(entry)
    if (kind === 'body')
      for (const place of paragraph.places)
        into.places.push({ ...place, start: start + number.length + place.start })
  }

  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (skip > 0 || skipped.has(name)) {
      if (!isSelfClosing) skip++
      return
    }
    const value = attributes['w:val'] as string | undefined
    const current = open.at(-1)
    trace.opened(name, isSelfClosing, current)
    if (name === 'w:p') open.push({ text: '', places: [] })
    else if (name === 'w:t') inText = true
    else if (name === 'w:tbl') tables.push({ index: into.tables++, row: -1, column: -1, span: 1 })
    else if (name === 'w:tr') {
      const table = tables.at(-1)
      if (table) {
        table.row++
        table.column = -1
        table.span = 1
      }
    } else if (name === 'w:tc') {
      const table = tables.at(-1)
      if (table) {
        table.column += table.column < 0 ? 1 : table.span
        table.span = 1
      }
    } else if (name === 'w:gridSpan' && tables.length > 0) tables.at(-1)!.span = Number(value) || 1
    else if (name === 'w:footnote' || name === 'w:endnote') separator = attributes['w:type'] !== undefined
    else if (current) {
      if (name === 'w:pStyle' && value) {
        const { heading, numId, numLevel } = style(value)
        if (heading !== undefined) current.heading = heading
        if (numId !== undefined) current.numId ??= numId
        if (numLevel !== undefined) current.numLevel ??= numLevel
      } else if (name === 'w:outlineLvl' && Number(value) < 9) current.heading = Number(value) + 1
      else if (name === 'w:numId' && value) current.numId = value
      else if (name === 'w:ilvl') current.numLevel = Number(value)
      // A tab stop among the paragraph's properties has a kind; the character has none.
      else if (name === 'w:tab' && value === undefined) current.text += '\t'
      else if (name === 'w:br' || name === 'w:cr') current.text += '\n'
      else if (name === 'w:noBreakHyphen') current.text += '-'
    }
  })
  parser.on('text', (text) => {
    const current = open.at(-1)
    if (inText && skip === 0 && current) current.text += text
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (skip > 0) {
      if (!isSelfClosing) skip--
      return
    }
    trace.closed(name, isSelfClosing, open.at(-1))
    if (name === 'w:t') inText = false
    else if (name === 'w:p') {
      const paragraph = open.pop()
      if (paragraph && !separator) finish(paragraph)
    } else if (name === 'w:tbl') tables.pop()
    else if (name === 'w:footnote' || name === 'w:endnote') separator = false
  })
  parser.write(xml).close()
}
