import { type OfficePackage, readXml, writeXml } from './office-package.ts'
import { childElements, createElement } from './xml-tree.ts'

const PART = '[Content_Types].xml'

/** Part name (no leading slash) → content type, for parts that have one of their own. */
export function contentTypes(file: OfficePackage): Map<string, string> {
  const root = readXml(file, PART)
  if (!root.ok) return new Map()
  return new Map(
    childElements(root.value, 'Override').map(({ attributes }) => [
      (attributes.PartName ?? '').replace(/^\//, ''),
      attributes.ContentType ?? '',
    ]),
  )
}

/** States the content type of a part; null forgets it. XML parts without one are `application/xml`. */
export function setContentType(file: OfficePackage, part: string, type: string | null): void {
  const root = readXml(file, PART)
  if (!root.ok) return
  const { value } = root
  value.children = childElements(value).filter(({ attributes }) => attributes.PartName !== `/${part}`)
  if (!childElements(value, 'Default').some(({ attributes }) => attributes.Extension === 'xml')) {
    value.children.unshift(createElement('Default', { Extension: 'xml', ContentType: 'application/xml' }))
  }
  if (type !== null) {
    value.children.push(createElement('Override', { PartName: `/${part}`, ContentType: type }))
  }
  writeXml(file, PART, value)
}
