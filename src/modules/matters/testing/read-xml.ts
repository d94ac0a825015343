import { SaxesParser } from 'saxes'

/** An element: its name, its text, its children. */
export interface Element {
  readonly name: string
  text: string
  readonly children: Element[]
}

/** Parses strictly: throws on anything that is not well-formed, and on attributes, which GeoReport v2 has none of. */
export const readXml = (source: string): Element => {
  const parser = new SaxesParser()
  const top: Element = { name: '', text: '', children: [] }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (Object.keys(attributes).length > 0) throw new Error(`<${name}> has attributes`)
    const element: Element = { name, text: '', children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(source).close()
  return top.children[0]!
}

const lists: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/** As XML::Simple gives it to FixMyStreet: lists by the names of their items, texts as texts, nothing for empty ones. */
export const plainOf = ({ name, text, children }: Element): unknown => {
  const item = lists[name]
  if (item) {
    if (children.some((child) => child.name !== item)) throw new Error(`<${name}> holds something else`)
    return children.map(plainOf)
  }
  if (children.length === 0) return text === '' ? null : text
  return Object.fromEntries(children.map((child) => [child.name, plainOf(child)]))
}
