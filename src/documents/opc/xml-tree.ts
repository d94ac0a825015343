import { SaxesParser } from 'saxes'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'

/** An XML element as written: prefixes are kept, not resolved, so that it goes out as it came in. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

/** Deeper than any document that a person made; a parser of ours must not run out of stack on it. */
const DEEPEST = 400

/**
 * Reads one XML part of an Office file. Comments and processing instructions are dropped. A document type
 * declaration is refused: Office files have none, and entities are how XML bombs are built.
 */
export function parseXml(source: string): Parsed<XmlElement> {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  const parser = new SaxesParser({ position: false, xmlns: false })
  let problem: string | null = null
  parser.on('error', () => {
    problem ??= '内容不是完整的 XML，文件可能已损坏。请用 Word 或 WPS 打开后另存为 .docx，再试一次。'
  })
  parser.on('doctype', () => {
    problem ??= '文件内部含有文档类型声明（DOCTYPE），正常的 Word 文件没有它，已拒绝读取。'
  })
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: { ...tag.attributes }, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
    if (open.length > DEEPEST) problem ??= '文件内部嵌套过深，不是正常的 Word 文件，已拒绝读取。'
  })
  parser.on('closetag', () => void open.pop())
  const addText = (text: string) => {
    if (open.length > 1) open.at(-1)!.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  // In slices, so that a refusal stops the work.
  for (let at = 0; at < source.length && problem === null; at += 65_536) {
    parser.write(source.slice(at, at + 65_536))
  }
  if (problem === null) parser.close()
  const root = top.children[0]
  if (problem !== null) return refused(problem)
  if (root === undefined || typeof root === 'string') return refused('内容是空的。')
  return parsed(root)
}

export function serializeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`
}

function written(node: XmlNode): string {
  if (typeof node === 'string') return node.replace(/[&<>\r]/g, characterReference)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${value.replace(/[&<>"\t\n\r]/g, characterReference)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`
}

const characterReference = (character: string) => `&#${character.charCodeAt(0)};`

export const isElement = (node: XmlNode | undefined, name?: string): node is XmlElement =>
  node !== undefined && typeof node !== 'string' && (name === undefined || node.name === name)

/** The first child element of that name. */
export const findChild = (parent: XmlElement, name: string): XmlElement | undefined =>
  parent.children.find((node): node is XmlElement => isElement(node, name))

export const childElements = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter((node): node is XmlElement => isElement(node, name))

export const createElement = (
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement => ({ name, attributes, children })
