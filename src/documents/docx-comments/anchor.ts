import type { Paragraph, TextPlace } from '../docx/index.ts'
import type { Comment } from './comment.ts'

/** Something to put into the body's XML. */
export interface Insertion {
  readonly at: number
  readonly xml: string
}

/** Where the n-th UTF-16 unit of an element's text stands in its XML, entities counted as what they stand for. */
const sourceOffset = (xml: string, from: number, units: number): number => {
  let at = from
  for (let left = units; left > 0; ) {
    if (xml[at] === '&') {
      const end = xml.indexOf(';', at) + 1
      const code = /^&#(x?)([0-9a-f]+);$/i.exec(xml.slice(at, end))
      left -= code && Number.parseInt(code[2]!, code[1] ? 16 : 10) > 0xffff ? 2 : 1
      at = end
    } else if (xml[at] === '\r' && xml[at + 1] === '\n') {
      at += 2
      left--
    } else {
      at++
      left--
    }
  }
  return at
}

const openRun = ({ properties }: TextPlace['run']): string => `<w:r>${properties}`

/** A cut within a run: what follows goes into a second run of the same properties. */
const cut = (xml: string, place: TextPlace, offset: number, mark: string): Insertion => {
  const { run } = place
  if (offset <= 0)
    return place.tagStart === run.contentStart
      ? { at: run.start, xml: mark }
      : { at: place.tagStart, xml: `</w:r>${mark}${openRun(run)}` }
  if (offset >= place.length)
    return place.tagEnd === run.contentEnd
      ? { at: run.end, xml: mark }
      : { at: place.tagEnd, xml: `</w:r>${mark}${openRun(run)}` }
  return {
    at: sourceOffset(xml, place.contentStart, offset),
    xml: `</w:t></w:r>${mark}${openRun(run)}<w:t xml:space="preserve">`,
  }
}

/** A text that is cut may end in a blank, which only `xml:space` keeps. */
const keepBlanks = (xml: string, place: TextPlace, offset: number): Insertion[] => {
  const tag = xml.slice(place.tagStart, place.contentStart)
  const inside = offset > 0 && offset < place.length
  return inside && !tag.includes('xml:space')
    ? [{ at: place.tagStart + '<w:t'.length, xml: ' xml:space="preserve"' }]
    : []
}

const rangeStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const rangeEnd = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

interface Anchored {
  readonly insertions: readonly Insertion[]
  /** Whether the comment stands at its own words; else where Word allows comments, near them. */
  readonly exact: boolean
}

/**
 * Anchors a comment at the runs of its words, cutting runs where it begins or ends within one. It ends with its
 * paragraph. Words that Word lets nobody comment on (headers, notes, text boxes) are remarked on at the nearest
 * words that can be. Undefined where the body has no text at all.
 */
export const anchor = (
  xml: string,
  places: readonly TextPlace[],
  paragraphs: readonly Paragraph[],
  { start, end }: Comment,
  id: number,
): Anchored | undefined => {
  const open = places.filter(({ boxed }) => !boxed)
  const paragraph = paragraphs.find((one) => start >= one.start && start <= one.end)
  const last = Math.min(end, paragraph?.end ?? end)
  const over = open.filter(
    (place) => place.start < Math.max(last, start + 1) && place.start + place.length > start,
  )
  const first = over[0] ?? open.find((place) => place.start >= start) ?? open.at(-1)
  if (!first) return undefined
  const exact = over.length > 0
  const final = over.at(-1) ?? first
  const from = exact ? Math.max(0, start - first.start) : 0
  const to = exact ? Math.min(final.length, last - final.start) : final.length
  return {
    exact,
    insertions: [
      ...keepBlanks(xml, first, from),
      ...keepBlanks(xml, final, to),
      cut(xml, first, from, rangeStart(id)),
      cut(xml, final, to, rangeEnd(id)),
    ],
  }
}
