/** Where a tag stands, in words that lead a person to it. */
export interface TagPlace {
  /** 正文, 页眉, 页脚, 脚注, 尾注 or 文档属性. */
  part: string
  /** Among the paragraphs with text outside tables, from 1; null in a table or outside paragraphs. */
  paragraph: number | null
  /** All from 1; null outside tables. */
  cell: { table: number; row: number; column: number } | null
  /** The words around the tag, the tag included. */
  around: string
  /** All of it: `正文第 3 段“共有{残疾人}人”`. */
  text: string
}

/** A paragraph of a part with its text as XML has it, entities and all. */
interface Line {
  raw: string
  paragraph: number | null
  cell: TagPlace['cell']
}

/** Tells the place of a character offset, counted as docxtemplater counts: over the raw text of a part. */
export interface PlaceIndex {
  at(offset: number, length: number): TagPlace
  /** The text of every paragraph, with the offset at which it begins. */
  lines: { text: string; place: (found: string) => TagPlace }[]
}

const PARTS: [RegExp, string][] = [
  [/header\d*\.xml$/, '页眉'],
  [/footer\d*\.xml$/, '页脚'],
  [/footnotes\.xml$/, '脚注'],
  [/endnotes\.xml$/, '尾注'],
  [/^docProps\//, '文档属性'],
]
const ELEMENT = /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>([^<]*)/g
const TEXT = new Set(['w:t', 'm:t', 'a:t'])
const WIDTH = 12

export function placeIndex(part: string, xml: string): PlaceIndex {
  const name = PARTS.find(([pattern]) => pattern.test(part))?.[1] ?? '正文'
  const { lines, pieces } = readLines(xml)
  const placeOf = (line: Line | undefined, from: number, length: number): TagPlace => {
    const { paragraph = null, cell = null } = line ?? {}
    const around = line === undefined ? '' : unescaped(wordsAround(line.raw, from, length))
    return {
      part: name,
      paragraph,
      cell,
      around,
      text: `${name}${spot(paragraph, cell)}${around && `“${around}”`}`,
    }
  }
  return {
    at(offset, length) {
      const piece = pieces.findLast((each) => each.offset <= offset)
      return placeOf(piece?.line, piece === undefined ? 0 : piece.at + offset - piece.offset, length)
    },
    lines: lines.map((line) => ({
      text: unescaped(line.raw),
      place: (found) => placeOf(line, Math.max(0, unescaped(line.raw).indexOf(found)), found.length),
    })),
  }
}

function readLines(xml: string) {
  const lines: Line[] = []
  const pieces: { offset: number; at: number; line: Line }[] = []
  const open: Line[] = []
  const tables: { table: number; row: number; column: number }[] = []
  let table = 0
  let paragraph = 0
  let offset = 0
  for (const [, slash, element, rest, text] of xml.matchAll(ELEMENT)) {
    const closes = slash === '/'
    const empty = rest!.endsWith('/')
    if (TEXT.has(element!) && !closes && !empty && text !== '') {
      const line = open.at(-1)
      if (line !== undefined) {
        if (line.raw === '' && line.cell === null) line.paragraph = ++paragraph
        pieces.push({ offset, at: line.raw.length, line })
        line.raw += text
      }
      offset += text!.length
    } else if (element === 'w:p' && !empty) {
      if (closes) open.pop()
      else {
        const cell = tables.at(-1)
        open.push({ raw: '', paragraph: null, cell: cell === undefined ? null : { ...cell } })
        lines.push(open.at(-1)!)
      }
    } else if (element === 'w:tbl') {
      if (closes) tables.pop()
      else tables.push({ table: ++table, row: 0, column: 0 })
    } else if (element === 'w:tr' && !closes) {
      const cell = tables.at(-1)
      if (cell !== undefined) Object.assign(cell, { row: cell.row + 1, column: 0 })
    } else if (element === 'w:tc' && !closes) {
      const cell = tables.at(-1)
      if (cell !== undefined) cell.column++
    }
  }
  return { lines, pieces }
}

function spot(paragraph: number | null, cell: TagPlace['cell']): string {
  if (cell !== null) return `第 ${cell.table} 个表格第 ${cell.row} 行第 ${cell.column} 列`
  return paragraph === null ? '' : `第 ${paragraph} 段`
}

function wordsAround(raw: string, from: number, length: number): string {
  const start = Math.max(0, from - WIDTH)
  const end = Math.min(raw.length, from + length + WIDTH)
  return `${start > 0 ? '…' : ''}${raw.slice(start, end)}${end < raw.length ? '…' : ''}`
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (raw: string): string =>
  raw.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
