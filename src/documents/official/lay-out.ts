import { Document, DocumentGridType, type FileChild, HeadingLevel, Paragraph } from 'docx'
import type { OfficialBlock, OfficialDocument } from './document.ts'
import { officialTable } from './official-table.ts'
import { grid, page } from './page-layout.ts'
import { pageNumbers } from './page-number.ts'
import { runsOf } from './runs.ts'
import { signatureLayout } from './signature-layout.ts'
import { style, styles } from './styles.ts'

/** Sets the blocks on the page of the standard. */
export function layOut(document: OfficialDocument): Document {
  return new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    // Keeps Chinese punctuation and Latin text on the grid as Word's own Chinese templates do.
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true, useFELayout: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              bottom: page.bottom,
              left: page.left,
              right: page.right,
              header: page.header,
              footer: page.footer,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        footers: { default: pageNumbers.default(), even: pageNumbers.even() },
        children: groups(withTitle(document)).flatMap((group, at, all) => childrenOf(group, all[at + 1])),
      },
    ],
  })
}

const plain = (kind: OfficialBlock['kind'], text: string): OfficialBlock => ({
  kind,
  spans: [{ text, figure: null }],
})

function withTitle({ title, subtitle, blocks }: OfficialDocument): OfficialBlock[] {
  if (blocks.some(({ kind }) => kind === 'title')) return blocks
  return [plain('title', title), ...(subtitle === undefined ? [] : [plain('subtitle', subtitle)]), ...blocks]
}

type Group = [OfficialBlock, ...OfficialBlock[]]
const MASTHEAD = new Set(['title', 'subtitle'])
const JOINED = new Set(['tableRow', 'signature'])

/** Rows of a table and lines of a signature belong together, as do title and subtitle. */
function groups(blocks: OfficialBlock[]): Group[] {
  const result: Group[] = []
  for (const block of blocks) {
    const last = result.at(-1)
    const joins =
      last !== undefined &&
      ((JOINED.has(block.kind) && last[0].kind === block.kind) ||
        (MASTHEAD.has(block.kind) && MASTHEAD.has(last[0].kind)))
    if (joins) last.push(block)
    else result.push([block])
  }
  return result
}

/** What introduces a table stays with it, and no signature stands on a page without text. */
function childrenOf(group: Group, next: Group | undefined): FileChild[] {
  switch (group[0].kind) {
    case 'tableRow':
      return [officialTable(group.map(({ cells, spans }) => cells ?? [spans]))]
    case 'signature':
      return [emptyLine(), ...signature(group)]
    case 'title':
    case 'subtitle':
      return [...group.map((block) => paragraph(block)), emptyLine()]
    default:
      return group.map((block) => paragraph(block, next !== undefined && JOINED.has(next[0].kind)))
  }
}

/** Stays with what follows, so that a signature never stands alone at the head of a page's blank line. */
const emptyLine = () => new Paragraph({ keepNext: true, children: [] })

const STYLES = {
  title: { heading: HeadingLevel.TITLE },
  subtitle: { style: 'Subtitle' },
  heading1: { heading: HeadingLevel.HEADING_1 },
  heading2: { heading: HeadingLevel.HEADING_2 },
  heading3: { heading: HeadingLevel.HEADING_3 },
  paragraph: { style: style.body },
  tableRow: { style: style.cell },
  signature: { style: style.signature },
}

const paragraph = ({ kind, spans }: OfficialBlock, keepNext = false) =>
  new Paragraph({ ...STYLES[kind], ...(keepNext ? { keepNext } : {}), children: runsOf(spans) })

function signature(blocks: Group): Paragraph[] {
  const lines = signatureLayout(blocks.map(({ spans }) => spans.map(({ text }) => text).join('')))
  return blocks.map(
    ({ spans }, number) =>
      new Paragraph({
        ...STYLES.signature,
        keepNext: number < blocks.length - 1,
        // Into the margin if need be: a substitute font with wide digits must not break the date.
        indent: { left: Math.round((lines[number]!.left * page.textWidth) / 28), right: -page.right / 2 },
        children: runsOf(spans),
      }),
  )
}
