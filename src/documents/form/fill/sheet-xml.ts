import { attribute, columnLetters, columnNumber, plainXml } from '../../xlsx/index.ts'

/** A cell as it stands in a sheet's XML; `inner` is what lies between its tags, null where the tag is empty. */
export interface XmlCell {
  readonly column: number
  readonly attributes: string
  readonly inner: string | null
}

export interface XmlRow {
  readonly number: number
  readonly attributes: string
  readonly cells: readonly XmlCell[]
  /** Where it stands in the XML. */
  readonly start: number
  readonly end: number
}

/** The XML of a sheet, cut where rows are. */
export interface SheetXml {
  readonly source: string
  /** Prefix of element names with its colon, mostly none. */
  readonly prefix: string
  /** Where the rows begin and end; equal where there are none. */
  readonly bodyStart: number
  readonly bodyEnd: number
  /** `<sheetData/>` has to be opened up before rows can stand in it. */
  readonly isBodyClosed: boolean
}

export const cutSheet = (source: string): SheetXml | null => {
  const open = /<((?:[\w.-]+:)?)sheetData\b[^>]*?(\/?)>/.exec(source)
  if (!open) return null
  const start = open.index + open[0].length
  const prefix = open[1]!
  if (open[2] === '/') return { source, prefix, bodyStart: open.index, bodyEnd: start, isBodyClosed: true }
  const end = source.lastIndexOf(`</${prefix}sheetData`)
  return end < start ? null : { source, prefix, bodyStart: start, bodyEnd: end, isBodyClosed: false }
}

/** A sheet whose rows do not end; its message says which. */
export class BrokenSheet extends Error {}

/** Goes through the rows one by one without taking the others apart. */
export function* rowsOf(sheet: SheetXml): Generator<XmlRow> {
  if (sheet.isBodyClosed) return
  const { source, prefix, bodyEnd } = sheet
  const tag = `<${prefix}row`
  const closing = `</${prefix}row>`
  let number = 0
  for (let at = source.indexOf(tag, sheet.bodyStart); at >= 0 && at < bodyEnd; ) {
    const head = source.indexOf('>', at)
    const isEmpty = source[head - 1] === '/'
    const attributes = source.slice(at + tag.length, isEmpty ? head - 1 : head)
    const close = isEmpty ? head + 1 : source.indexOf(closing, head)
    if (head < 0 || close < 0) throw new BrokenSheet(`第 ${number + 1} 行的内容不完整`)
    const end = isEmpty ? close : close + closing.length
    number = Number(attribute(attributes, 'r') ?? number + 1)
    const inner = isEmpty ? '' : source.slice(head + 1, close)
    yield { number, attributes, start: at, end, cells: inner === '' ? [] : cellsOf(inner, prefix) }
    at = source.indexOf(tag, end)
  }
}

const cellsOf = (row: string, prefix: string): XmlCell[] => {
  const cells: XmlCell[] = []
  const pattern = new RegExp(`<${prefix}c((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</${prefix}c>)`, 'g')
  let column = 0
  for (const [, attributes = '', inner] of row.matchAll(pattern)) {
    const letters = /^[A-Za-z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
    column = letters ? columnNumber(letters) : column + 1
    cells.push({ column, attributes, inner: inner ?? null })
  }
  return cells
}

/** Replaces an attribute within a tag, or adds it. */
export const withAttribute = (attributes: string, name: string, value: string | null): string => {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`)
  const text = value === null ? '' : ` ${name}="${value}"`
  return pattern.test(attributes) ? attributes.replace(pattern, text) : attributes.trimEnd() + text
}

export const cellXml = (prefix: string, row: number, { column, attributes, inner }: XmlCell): string => {
  const tag = `<${prefix}c${withAttribute(attributes, 'r', columnLetters(column) + row)}`
  return inner === null ? `${tag}/>` : `${tag}>${inner}</${prefix}c>`
}

/** The formula of a cell, if it has one; `shared` is the number of the group that it belongs to. */
export const formulaOf = ({
  inner,
}: XmlCell): { text: string; attributes: string; shared: string | undefined } | null => {
  const match =
    inner === null ? null : /<(?:[\w.-]+:)?f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?f>)/.exec(inner)
  if (!match) return null
  const attributes = match[1] ?? ''
  return {
    text: plainXml(match[2] ?? ''),
    attributes,
    shared: attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : undefined,
  }
}
