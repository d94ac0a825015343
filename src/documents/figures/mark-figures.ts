import { strToU8 } from 'fflate'
import {
  childElements,
  findChild,
  openWordPackage,
  readText,
  readXml,
  saveOfficePackage,
  type WordPackage,
  writeXml,
  type XmlElement,
} from '../opc/index.ts'
import { bookmarked, bookmarkName, figureControl, markedFigure } from './figure-control.ts'
import type { FigureManifest } from './manifest.ts'
import { removeManifest, writeManifest } from './manifest-part.ts'
import { unmarkedText } from './sentinel.ts'
import { wrapSentinels } from './wrap-sentinels.ts'

/**
 * Turns every `figureText` in a .docx into a mark and adds the manifest of those that occur. Marks and manifest
 * of an earlier report are taken out first. Throws where a figure is not in the manifest or the bytes are no
 * .docx: both come from our own code.
 */
export function markFigures(docx: Uint8Array, manifest: FigureManifest): Uint8Array {
  const opened = openWordPackage(docx)
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  const titles = new Map(manifest.figures.map(({ id, title }) => [id, title]))
  const placed = new Set<string>()
  const parts = file.textParts.map((part) => ({ part, root: rootOf(file, part) }))
  for (const { root } of parts) removeMarks(root)
  const free = freeNumbers(parts.map(({ root }) => root))
  for (const { part, root } of parts) {
    wrapSentinels(root, (id, content) => {
      const title = titles.get(id)
      if (title === undefined) throw new Error(`figure ${id} is not in the manifest`)
      const marked = placed.has(id) ? content : bookmarked(id, free(), content)
      placed.add(id)
      return figureControl(id, title, free(), marked)
    })
    writeXml(file, part, root)
  }
  unmarkOthers(file)
  removeManifest(file)
  writeManifest(file, { ...manifest, figures: manifest.figures.filter(({ id }) => placed.has(id)) })
  return saveOfficePackage(file)
}

function rootOf(file: WordPackage, part: string): XmlElement {
  const root = readXml(file, part)
  if (!root.ok) throw new Error(root.message)
  return root.value
}

/** A report may have been made into a template: its figures are plain text there. */
function removeMarks(element: XmlElement, ends = new Set<string | undefined>()): void {
  element.children = element.children.flatMap((child) => {
    if (typeof child === 'string') return [child]
    const { 'w:id': number, 'w:name': name } = child.attributes
    if (child.name === 'w:bookmarkStart' && name?.startsWith(bookmarkName(''))) {
      ends.add(number)
      return []
    }
    if (child.name === 'w:bookmarkEnd' && ends.has(number)) return []
    removeMarks(child, ends)
    if (child.name !== 'w:sdt' || markedFigure(child) === null) return [child]
    return findChild(child, 'w:sdtContent')?.children ?? []
  })
}

/** Numbers for content controls and bookmarks, which must differ in a document. */
function freeNumbers(roots: XmlElement[]): () => number {
  const taken = new Set<string>()
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:sdtPr') taken.add(findChild(element, 'w:id')?.attributes['w:val'] ?? '')
    if (element.name === 'w:bookmarkStart') taken.add(element.attributes['w:id'] ?? '')
    childElements(element).forEach(visit)
  }
  roots.forEach(visit)
  let next = 10_000_000
  return () => {
    while (taken.has(String(next))) next++
    return next++
  }
}

/** A tag in the document's properties, a comment, ruby or a formula is filled in too, but can carry no mark. */
function unmarkOthers(file: WordPackage): void {
  for (const [part, bytes] of file.parts) {
    if (!part.endsWith('.xml')) continue
    const text = readText(bytes)
    const plain = unmarkedText(text)
    if (plain !== text) file.parts.set(part, strToU8(plain))
  }
}
