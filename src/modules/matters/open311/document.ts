/** What an answer says, in XML and JSON alike. A list's name tells what each of its items is called in XML. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** The Spark convention of GeoReport v2: an XML element of items is a JSON list without their name. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** What XML 1.0 (§2.2) has no place for, not even as a reference: most control characters, halves of pairs. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text without what cannot stand in XML. */
export const writable = (text: string): string => text.replace(unwritable, '')

const element = (name: string, value: Value): string => {
  if (value === null || value === '') return `<${name}/>`
  if (typeof value !== 'object')
    return `<${name}>${writable(String(value)).replace(/[&<>\r]/g, (sign) => signs[sign]!)}</${name}>`
  const children = Array.isArray(value)
    ? value.map((item) => element(itemNames[name]!, item))
    : Object.entries(value).map(([key, each]) => element(key, each))
  return `<${name}>${children.join('')}</${name}>`
}

export type Format = 'xml' | 'json'

/** An answer as it is sent. Names of elements are ours alone; every text in them is escaped. */
export const writeDocument = (root: string, value: Value, format: Format): { type: string; body: string } =>
  format === 'json'
    ? { type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
    : {
        type: 'text/xml; charset=utf-8',
        body: `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`,
      }
