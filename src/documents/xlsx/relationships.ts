import { attribute, XmlScanner } from './xml-scanner.ts'

export interface Relationship {
  readonly id: string
  /** Last word of the type: `worksheet`, `sharedStrings`. */
  readonly type: string
  /** Part name within the package, without a leading slash; outside it as written. */
  readonly target: string
  readonly external: boolean
}

/** Where the relationships of a part lie: xl/workbook.xml → xl/_rels/workbook.xml.rels */
export const relationshipsOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Reads a relationships part; targets are resolved against the part that owns it. */
export const readRelationships = (xml: string, owner: string): Relationship[] => {
  const found: Relationship[] = []
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const external = attribute(attributes, 'TargetMode') === 'External'
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1)!,
        target: external ? target : resolve(owner, target),
        external,
      })
    },
    close() {},
    text() {},
  })
  scanner.write(xml)
  return found
}

const resolve = (owner: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
