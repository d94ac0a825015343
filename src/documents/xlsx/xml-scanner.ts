/** What a scanner tells; names come without their prefix, attributes and text as written. */
export interface XmlHandler {
  open(name: string, attributes: string, empty: boolean): void
  close(name: string): void
  text(raw: string): void
}

/** More text than this between two tags is no spreadsheet. */
const LONGEST = 16_777_216

/**
 * Reads the XML of a spreadsheet part piece by piece, in constant memory and about as fast as it unpacks:
 * worksheets are hundreds of megabytes, for which a tree or a general parser is several times too slow.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  #rest = ''
  /** What is wrong with the XML; nothing more is read once it is set. */
  problem: string | null = null

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  write(piece: string): void {
    if (this.problem) return
    const source = this.#rest + piece
    let at = 0
    while (!this.problem) {
      const open = source.indexOf('<', at)
      if (open < 0) break
      const end = this.#endOfMarkup(source, open)
      if (end < 0) break
      if (open > at) this.#handler.text(source.slice(at, open))
      this.#markup(source, open, end)
      at = end
    }
    this.#rest = source.slice(at)
    if (this.#rest.length > LONGEST) this.problem ??= '内部内容不是表格'
  }

  end(): void {
    if (this.#rest.trim() !== '') this.problem ??= '内容不完整'
  }

  #endOfMarkup(source: string, open: number): number {
    const next = source.charCodeAt(open + 1)
    if (next === 33 /* ! */) {
      if (source.length < open + 9) return -1
      if (source.startsWith('<!--', open)) return after(source, '-->', open + 4)
      if (source.startsWith('<![CDATA[', open)) return after(source, ']]>', open + 9)
      this.problem = '含有文档类型声明(DOCTYPE)，正常的表格文件没有它'
      return -1
    }
    if (next === 63 /* ? */) return after(source, '?>', open + 2)
    return endOutsideQuotes(source, open)
  }

  #markup(source: string, open: number, end: number): void {
    const next = source.charCodeAt(open + 1)
    if (next === 63) return
    if (next === 33) {
      if (source.startsWith('<![CDATA[', open))
        this.#handler.text(source.slice(open + 9, end - 3).replaceAll('&', '&amp;'))
      return
    }
    if (next === 47 /* / */) {
      this.#handler.close(localName(source.slice(open + 2, end - 1).trimEnd()))
      return
    }
    const empty = source.charCodeAt(end - 2) === 47
    const inside = source.slice(open + 1, empty ? end - 2 : end - 1)
    const space = inside.search(/\s/)
    const name = localName(space < 0 ? inside : inside.slice(0, space))
    this.#handler.open(name, space < 0 ? '' : inside.slice(space), empty)
    if (empty) this.#handler.close(name)
  }
}

const after = (source: string, mark: string, from: number): number => {
  const found = source.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** A `>` may stand in an attribute. */
const endOutsideQuotes = (source: string, open: number): number => {
  let quote = 0
  for (let at = open + 1; at < source.length; at++) {
    const character = source.charCodeAt(at)
    if (quote) {
      if (character === quote) quote = 0
    } else if (character === 34 || character === 39) quote = character
    else if (character === 62) return at + 1
  }
  return -1
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The value of an attribute as written in a tag; prefixes count (`r:id`). */
export const attribute = (attributes: string, name: string): string | undefined => {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (attributes.charCodeAt(at - 1) > 32) continue
    let next = at + name.length
    while (attributes.charCodeAt(next) <= 32) next++
    if (attributes.charCodeAt(next) !== 61) continue
    next++
    while (attributes.charCodeAt(next) <= 32) next++
    const quote = attributes[next]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, next + 1)
    if (end < 0) return undefined
    return plainXml(attributes.slice(next + 1, end))
  }
  return undefined
}

/** True for `1` and `true`, as spreadsheets write flags. */
export const flag = (attributes: string, name: string): boolean => {
  const value = attribute(attributes, name)
  return value === '1' || value === 'true'
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its character references resolved. */
export const plainXml = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, reference: string) => {
        if (!reference.startsWith('#')) return named[reference] ?? whole
        const hexadecimal = reference[1] === 'x'
        const code = Number.parseInt(reference.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : raw

/** Text of a cell: as `plainXml`, and `_x000D_` as spreadsheets write control characters (ECMA-376, ST_Xstring). */
export const cellString = (raw: string): string => {
  const text = plainXml(raw)
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in XML; characters that XML forbids are dropped. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in XML 1.0
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => escapes[character]!)
