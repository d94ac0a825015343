import { strToU8 } from 'fflate'
import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import { traceDocx } from '../docx/index.ts'
import { openWordPackage, saveOfficePackage } from '../opc/index.ts'
import { anchor, type Insertion } from './anchor.ts'
import type { Comment, CommentAuthor } from './comment.ts'
import { appendComments, commentXml, firstFreeId } from './comments-part.ts'

const insert = (xml: string, insertions: readonly Insertion[]): string => {
  // Sorting is stable: what was asked first at one place comes first.
  const inOrder = [...insertions].sort((one, other) => one.at - other.at)
  let out = ''
  let from = 0
  for (const { at, xml: words } of inOrder) {
    out += xml.slice(from, at) + words
    from = at
  }
  return out + xml.slice(from)
}

/** One attribute is put into a tag once, however many comments cut its text. */
const once = (insertions: readonly Insertion[]): Insertion[] => {
  const seen = new Set<number>()
  return insertions.filter(({ at, xml }) => {
    if (!xml.startsWith(' xml:space')) return true
    if (seen.has(at)) return false
    seen.add(at)
    return true
  })
}

/** A character of two units is never cut in halves. */
const whole = (text: string, { start, end, ...rest }: Comment): Comment => {
  const halved = (at: number) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
  return { ...rest, start: halved(start) ? start - 1 : start, end: halved(end) ? end + 1 : end }
}

/**
 * A copy of a .docx with Word comments. The body is changed only where comments begin and end, comments that are
 * there stay, and every part but body, comments, their relationship and content type is kept byte for byte.
 */
export const addComments = (
  docx: Uint8Array,
  comments: readonly Comment[],
  author: CommentAuthor,
): Parsed<Uint8Array> => {
  const opened = openWordPackage(docx)
  if (!opened.ok) return opened
  const traced = traceDocx(docx)
  if (!traced.ok) return traced
  const file = opened.value
  if (file.main !== 'word/document.xml')
    return refused('文档的内部结构不常见，不能加批注。请用 Word 或 WPS 另存一次再试。')
  const { text: given, body, places, paragraphs } = traced.value
  let id = firstFreeId(file)
  const insertions: Insertion[] = []
  const written: string[] = []
  const inOrder = comments
    .map((comment) => whole(given, comment))
    .sort((one, other) => one.start - other.start)
  for (const comment of inOrder) {
    const anchored = anchor(body, places, paragraphs, comment, id)
    if (!anchored) return refused('正文里没有文字，没有地方加批注。')
    insertions.push(...anchored.insertions)
    const words = given.slice(comment.start, comment.end)
    const text = anchored.exact
      ? comment.text
      : `（指页眉、页脚、脚注或文本框里的“${words}”）\n${comment.text}`
    written.push(commentXml(id, text, author))
    id++
  }
  if (written.length === 0) return parsed(docx)
  const appended = appendComments(file, written)
  if (!appended.ok) return appended
  const next = insert(body, once(insertions))
  file.parts.set(file.main, strToU8(next.replace(/^(<\?xml[^>]*encoding=)"UTF-16"/i, '$1"UTF-8"')))
  return parsed(saveOfficePackage(file))
}
