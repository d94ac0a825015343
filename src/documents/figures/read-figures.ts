import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { childElements, openWordPackage, readXml, type XmlElement } from '../opc/index.ts'
import { bookmarkName, markedFigure, UNSEEN, visibleText } from './figure-control.ts'
import type { MarkedFigure } from './manifest.ts'
import { readManifest } from './manifest-part.ts'

/** A figure as found in a document: all that the manifest says, and what stands there now. */
export interface FoundFigure extends Omit<MarkedFigure, 'text'> {
  /** What was put there. */
  expectedText: string
  /**
   * What stands there now; null where the mark is gone. Where the figure occurs several times, the first text
   * that differs from what was put there, if any does.
   */
  text: string | null
  /** The text of every occurrence, in the order of the document. */
  occurrences: string[]
}

export interface FoundFigures {
  report: string
  verify: string
  figures: FoundFigure[]
}

/**
 * Reads the figures of a .docx that came back, edited or not. `'none'` where it carries none of ours. The marks
 * only say where to look: whether a number holds is for the ledgers to say, by report and figure id.
 */
export function readFigures(docx: Uint8Array): Parsed<FoundFigures | 'none'> {
  const opened = openWordPackage(docx)
  if (!opened.ok) return opened
  const file = opened.value
  const manifest = readManifest(file)
  if (!manifest.ok) return manifest
  const found = new Map<string, string[]>()
  const bookmarks = new Map<string, string>()
  for (const part of file.textParts) {
    const root = readXml(file, part)
    if (!root.ok) return root
    collect(root.value, found)
    collectBookmarks(root.value, bookmarks)
  }
  if (manifest.value === 'none') {
    return found.size + bookmarks.size === 0 ? parsed('none') : refused(LOST_MANIFEST)
  }
  const { report, verify, figures } = manifest.value
  const occurrences = (id: string) => {
    const spare = bookmarks.get(bookmarkName(id))?.trim()
    return found.get(id) ?? (spare ? [spare] : [])
  }
  return parsed({
    report,
    verify,
    figures: figures.map((figure) => withTexts(figure, occurrences(figure.id))),
  })
}

const LOST_MANIFEST =
  '文件里有数字标记，但随附的数据来源信息丢失了，无法核对。请用从系统下载的原件编辑，或重新下载这份汇报。'

function collect(element: XmlElement, found: Map<string, string[]>): void {
  if (UNSEEN.has(element.name)) return
  const id = element.name === 'w:sdt' ? markedFigure(element) : null
  if (id !== null) found.set(id, [...(found.get(id) ?? []), visibleText(element).trim()])
  for (const child of childElements(element)) collect(child, found)
}

/** Bookmark name → text between its ends. */
function collectBookmarks(root: XmlElement, found: Map<string, string>): void {
  const open = new Map<string | undefined, string>()
  const visit = (element: XmlElement): void => {
    if (UNSEEN.has(element.name)) return
    const { 'w:id': number, 'w:name': name } = element.attributes
    if (element.name === 'w:bookmarkStart' && name?.startsWith(bookmarkName(''))) {
      open.set(number, name)
      found.set(name, '')
    } else if (element.name === 'w:bookmarkEnd') open.delete(number)
    else if (element.name === 'w:t') {
      for (const each of open.values()) found.set(each, found.get(each) + visibleText(element))
    } else childElements(element).forEach(visit)
  }
  visit(root)
}

function withTexts(figure: MarkedFigure, occurrences: string[]): FoundFigure {
  const expectedText = figure.text
  const changed = occurrences.find((text) => text !== expectedText.trim())
  const text = changed ?? occurrences[0] ?? null
  // The text as it was put there, should it begin or end with a space.
  return { ...figure, expectedText, text: text === expectedText.trim() ? expectedText : text, occurrences }
}
