import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { readDoc } from '../doc/index.ts'
import { type DocumentText, type Paragraph, readDocx } from '../docx/index.ts'
import { type DateMention, findQuantities, type Ordinal, type Quantity } from '../quantity/index.ts'
import { normalise, originSpan, readText } from '../text/index.ts'
import { identifyFile } from '../zip/index.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings/index.ts'
import { mismatchesOf } from './findings/mismatch.ts'
import { passagesOf } from './passage.ts'
import { type Relation, termsOf } from './relation.ts'
import { relationsOf } from './relations/index.ts'
import { findRepeats } from './relations/repeat.ts'
import { findTableTotals } from './relations/table-total.ts'
import { tableQuantities } from './table-quantities.ts'
import { textTables } from './text-tables.ts'

export interface CheckResult {
  /** The text that all offsets point into: as given, or as extracted from the document. */
  text: string
  paragraphs: Paragraph[]
  quantities: Quantity[]
  dates: DateMention[]
  ordinals: Ordinal[]
  relations: Relation[]
  findings: Finding[]
}

export type ReportInput = { name?: string; bytes: Uint8Array } | { text: string; paragraphs?: Paragraph[] }

export interface CheckOptions {
  /** Last year's report, as text: passages taken over from it are found. */
  previous?: string
}

const linesOf = (text: string): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    paragraphs.push({ start, end, kind: 'body' })
    start = end + 1
  }
  return paragraphs
}

const readInput = (input: ReportInput): Parsed<DocumentText> => {
  if ('text' in input)
    return parsed({ text: input.text, paragraphs: input.paragraphs ?? linesOf(input.text) })
  const identity = identifyFile(input.bytes)
  if (identity === 'word-97') return readDoc(input.bytes)
  if (identity !== 'other' || /\.docx$/i.test(input.name ?? '')) return readDocx(input.bytes)
  const text = readText(input.bytes)
  if (text.ok && /^\s*<(?:!doctype|html|\?xml)/i.test(text.value))
    return refused('这是网页或 XML 文件（可能改过扩展名）。请用 Word 或 WPS 打开，另存为 .docx 后再试。')
  return text.ok ? parsed({ text: text.value, paragraphs: linesOf(text.value) }) : text
}

/**
 * Finds the numbers of a report, the places where they can be held against each other, and what is wrong.
 * Offsets point into `text` of the result. A file that cannot be read is refused with a Chinese sentence.
 */
export const checkReport = (input: ReportInput, options: CheckOptions = {}): Parsed<CheckResult> => {
  const read = readInput(input)
  if (!read.ok) return read
  const { text, paragraphs } = read.value
  const normal = normalise(text)
  const found = findQuantities(normal.text)
  const passages = passagesOf(normal.text, found)
  const relations = [...passages.flatMap(relationsOf), ...findRepeats(normal.text, passages)]
  const findings = findingsOf({
    normal,
    given: text,
    paragraphs,
    found,
    passages,
    relations,
    previous: options.previous,
  })
  const known = new Set(found.quantities)
  // 翻一番, 减少一半: figures of relations that are no quantities of the text.
  const phrases = new Set(relations.flatMap((r) => [r.result, ...termsOf(r)]).filter((q) => !known.has(q)))
  for (const list of [
    found.quantities,
    [...phrases],
    found.dates,
    found.ordinals,
    findings,
    findings.flatMap((f) => f.related),
  ])
    for (const item of list) Object.assign(item, originSpan(normal, item.start, item.end))
  for (const quantity of found.quantities)
    quantity.unitEnd = Math.max(quantity.end, normal.origin(quantity.unitEnd - 1) + 1)
  const taken = new Set(found.quantities.map((quantity) => quantity.start))
  const tables = paragraphs.some((paragraph) => paragraph.cell) ? paragraphs : textTables(text)
  const totals = findTableTotals(text, tables)
  const inCells = tableQuantities(text, tables).filter((cell) => !taken.has(cell.start))
  return parsed({
    text,
    paragraphs,
    ...found,
    quantities: [...found.quantities, ...inCells].sort((a, b) => a.start - b.start),
    relations: [...relations, ...totals],
    findings: [...findings, ...mismatchesOf(totals)].sort((a, b) => a.start - b.start || a.end - b.end),
  })
}
