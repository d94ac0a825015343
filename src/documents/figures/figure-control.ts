import {
  childElements,
  createElement,
  findChild,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../opc/index.ts'

const PREFIX = 'youju:figure:'

/**
 * The mark of a figure: a content control around its runs (`w:sdt`, ECMA-376 part 1, 17.5.2), named by a tag.
 * Word shows its title while the cursor is in it, prints nothing of it, and keeps it while the text is edited.
 */
export function figureControl(id: string, title: string, number: number, content: XmlNode[]): XmlElement {
  const firstRun = content.find((node): node is XmlElement => isElement(node, 'w:r'))
  const format = firstRun && findChild(firstRun, 'w:rPr')
  return createElement('w:sdt', {}, [
    createElement('w:sdtPr', {}, [
      // So that what is typed into an emptied control looks like what stood there.
      ...(format === undefined ? [] : [format]),
      createElement('w:alias', { 'w:val': title.slice(0, 64) }),
      createElement('w:tag', { 'w:val': PREFIX + id }),
      createElement('w:id', { 'w:val': String(number) }),
    ]),
    createElement('w:sdtContent', {}, content),
  ])
}

/**
 * The second mark, inside the first: a hidden bookmark. Programs that drop content controls, or their names
 * (LibreOffice 7.4), keep it. Names hold letters, digits and `_`, at most 40; a name stands once in a document.
 */
export const bookmarkName = (id: string): string => `_youju_${id.replace(/[^A-Za-z0-9]/g, '')}`.slice(0, 40)

export const bookmarked = (id: string, number: number, content: XmlNode[]): XmlNode[] => [
  createElement('w:bookmarkStart', { 'w:id': String(number), 'w:name': bookmarkName(id) }),
  ...content,
  createElement('w:bookmarkEnd', { 'w:id': String(number) }),
]

/** The figure that a content control marks, or null where it is another's. */
export function markedFigure(control: XmlElement): string | null {
  const properties = findChild(control, 'w:sdtPr')
  const tag = properties && findChild(properties, 'w:tag')?.attributes['w:val']
  return tag?.startsWith(PREFIX) ? tag.slice(PREFIX.length) : null
}

/** Text that a reader sees: deleted text of tracked changes, fallbacks and the hint of an empty control left out. */
export function visibleText(element: XmlElement): string {
  if (UNSEEN.has(element.name)) return ''
  if (element.name === 'w:t') return element.children.filter((node) => typeof node === 'string').join('')
  if (element.name === 'w:tab' || element.name === 'w:br') return ' '
  if (element.name === 'w:noBreakHyphen') return '-'
  if (element.name === 'w:sdt') {
    const properties = findChild(element, 'w:sdtPr')
    if (properties && findChild(properties, 'w:showingPlcHdr')) return ''
  }
  return childElements(element).map(visibleText).join('')
}

/** Below these nothing is read: what is deleted, moved away, or said a second time for old readers. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:sdtPr',
  'w:rPr',
  'w:pPr',
  'w:instrText',
])
