import { type Parsed, parsed } from '../../core/parsed.ts'
import { type OfficePackage, readXml, writeXml } from './office-package.ts'
import { childElements, createElement } from './xml-tree.ts'

export interface Relationship {
  id: string
  type: string
  /** Part name without a leading slash; null for something outside the file. */
  target: string | null
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** `word/document.xml` → `word/_rels/document.xml.rels`; the empty name stands for the package itself. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`
}

export function readRelationships(file: OfficePackage, source: string): Parsed<Relationship[]> {
  const part = relationshipsPart(source)
  if (!file.parts.has(part)) return parsed([])
  const root = readXml(file, part)
  if (!root.ok) return root
  return parsed(
    childElements(root.value, 'Relationship').map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: attributes.TargetMode === 'External' ? null : resolveTarget(source, attributes.Target ?? ''),
    })),
  )
}

/** Adds a relationship from a part to another, both named from the root of the package. */
export function addRelationship(file: OfficePackage, source: string, type: string, target: string): void {
  const part = relationshipsPart(source)
  const read = file.parts.has(part) ? readXml(file, part) : undefined
  const root = read?.ok ? read.value : createElement('Relationships', { xmlns: NAMESPACE })
  const taken = new Set(childElements(root).map((each) => each.attributes.Id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  root.children.push(
    createElement('Relationship', { Id: `rId${number}`, Type: type, Target: relativeTarget(source, target) }),
  )
  writeXml(file, part, root)
}

export function removeRelationship(file: OfficePackage, source: string, target: string): void {
  const part = relationshipsPart(source)
  const root = readXml(file, part)
  if (!root.ok) return
  root.value.children = childElements(root.value).filter(
    ({ attributes }) => resolveTarget(source, attributes.Target ?? '') !== target,
  )
  writeXml(file, part, root.value)
}

function resolveTarget(source: string, target: string): string {
  const folder = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folder.pop()
    else if (step !== '' && step !== '.') folder.push(step)
  }
  return folder.join('/')
}

/** Relative, because some readers (LibreOffice) overlook custom parts with an absolute target. */
const relativeTarget = (source: string, target: string) => {
  const from = source.split('/').slice(0, -1)
  const to = target.split('/')
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return [...from.map(() => '..'), ...to].join('/')
}
